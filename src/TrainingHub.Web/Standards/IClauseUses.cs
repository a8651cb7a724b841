namespace TrainingHub.Standards;

/// <summary>
/// Tells what rests on a clause. A seam, because courses know the standards and not the other way round.
/// </summary>
public interface IClauseUses
{
    /// <summary>Lessons and questions of the courses as they are learnt now; also those that rest on the clause of an earlier edition which became this one.</summary>
    Task<ClauseUses> OfAsync(EditionName edition, string number, CancellationToken cancel);

    /// <summary>What rests on an edition without naming a clause: questions by statement, also on an earlier edition, and on documents that bear its title.</summary>
    Task<ClauseUses> OfEditionAsync(StandardEdition edition, CancellationToken cancel);

    /// <summary>How many lessons and questions rest on at least one of the clauses; each counts once.</summary>
    Task<int> CountAsync(EditionName edition, IReadOnlySet<string> numbers, CancellationToken cancel);
}
