using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Stage;

/// <summary>Who was invited to look on, as a host types it: a staff number is one person, the code of a unit everybody who holds a post there today.</summary>
public sealed class InvitedQuery(Db db, Scope scope, StageMembersQuery members, DayClock clock)
{
    /// <summary>People at once.</summary>
    public const int Most = 1000;
    public const int LongestText = 20_000;

    private static readonly char[] Partings = ['\n', '\r', ',', '，', '、', ';', '；', ' ', '\t'];

    /// <param name="typed">Staff numbers and codes of units.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>The people, each once, and what names nobody in reach.</returns>
    public async Task<(IReadOnlyCollection<Guid> People, IReadOnlyList<string> Unknown)> RunAsync(string? typed, CancellationToken cancel)
    {
        List<string> said = [.. (typed ?? "").Normalize(System.Text.NormalizationForm.FormKC).Split(Partings, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        List<string> forms = [.. said.Concat(said.Select(one => one.ToUpperInvariant())).Distinct(StringComparer.Ordinal)];
        var (numbers, reach, today) = (await members.PeopleAsync(forms, cancel), scope.Organizations(Capability.ManageQuizzes), clock.Today);
        var units = await db.Organizations.Where(unit => forms.Contains(unit.Code) && reach.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Code, unit => unit.Id, StringComparer.Ordinal, cancel);
        var (people, named, unknown) = (new HashSet<Guid>(), new List<Guid>(), new List<string>());
        foreach (var one in said)
        {
            if (numbers.TryGetValue(one, out var person) || numbers.TryGetValue(one.ToUpperInvariant(), out person))
            {
                people.Add(person);
            }
            else if (units.TryGetValue(one, out var unit) || units.TryGetValue(one.ToUpperInvariant(), out unit))
            {
                named.Add(unit);
            }
            else
            {
                unknown.Add(one);
            }
        }

        // One more than may be: enough to see that there are too many.
        people.UnionWith(await db.Memberships.On(today).Where(post => named.Contains(post.OrganizationId) && db.People.Any(person => person.Id == post.PersonId && person.AnonymizedAt == null))
            .Select(post => post.PersonId).Distinct().Order().Take(Most + 1).ToListAsync(cancel));
        return (people, unknown);
    }
}
