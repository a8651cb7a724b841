using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>Places people anew and writes only the standings that changed.</summary>
public sealed class RewriteStandings(Db db)
{
    /// <summary>The organizations of which a standing changed.</summary>
    public async Task<IReadOnlySet<Guid>> RunAsync(CountingTerms terms, Counting counting, PeopleFound found, RecountDays recounts, CancellationToken cancel)
    {
        var before = found.Standings.ToDictionary(Key);
        var (changes, touched) = (new RowChanges<CoverageStanding>(db), new HashSet<Guid>());
        foreach (var standing in found.People.SelectMany(person => Place(terms, counting, person, recounts)))
        {
            if (before.Remove(Key(standing), out var known) && IsSame(known, standing))
            {
                continue;
            }

            changes.Write(standing);
            touched.Add(standing.OrganizationId);
        }

        foreach (var gone in before.Values)
        {
            changes.Remove(gone);
            touched.Add(gone.OrganizationId);
        }

        await changes.SaveAsync(cancel);
        return touched;
    }

    private static IEnumerable<CoverageStanding> Place(CountingTerms terms, Counting counting, PersonFacts person, RecountDays recounts)
    {
        foreach (var target in terms.Targets)
        {
            var placement = counting.Place(target, person);
            foreach (var organization in person.Memberships.Select(membership => membership.OrganizationId))
            {
                recounts.Add(organization, placement.NextBoundary);
            }

            foreach (var standing in placement.Standings)
            {
                yield return standing;
            }
        }
    }

    private static (Guid Target, Guid Person, Guid Organization, CorePosition Position) Key(CoverageStanding standing) =>
        (standing.TargetId, standing.PersonId, standing.OrganizationId, standing.Position);

    private static bool IsSame(CoverageStanding known, CoverageStanding standing) =>
        known.Kind == standing.Kind && known.RecordId == standing.RecordId && known.ExclusionId == standing.ExclusionId
        && known.CountedAtOrganizationId == standing.CountedAtOrganizationId && known.CountedAtPosition == standing.CountedAtPosition;
}
