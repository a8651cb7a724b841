namespace TrainingHub.Coverage;

/// <summary>Some people, as the roster and the ledger know them and as the figures have them so far.</summary>
/// <param name="People">One entry for each person asked for.</param>
/// <param name="Standings">Their present standings, not tracked.</param>
public sealed record PeopleFound(IReadOnlyList<PersonFacts> People, IReadOnlyList<CoverageStanding> Standings)
{
    public IEnumerable<Guid> Organizations =>
        People.SelectMany(person => person.Memberships).Select(membership => membership.OrganizationId)
            .Concat(Standings.Select(standing => standing.OrganizationId));
}
