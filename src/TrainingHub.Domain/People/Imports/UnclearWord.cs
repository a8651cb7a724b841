namespace TrainingHub.People.Imports;

/// <summary>A word of the file that a person has to explain: a name of a unit, a post or a kind of employment.</summary>
/// <param name="Column">Where it stands.</param>
/// <param name="Word">As the file writes it first.</param>
/// <param name="Rows">Rows with it.</param>
public sealed record UnclearWord(RosterColumn Column, string Word, int Rows)
{
    private const int MostOfColumn = 50;

    /// <summary>The words that the rows of an import leave unclear, of each column those of most rows: at most 50.</summary>
    public static IReadOnlyList<UnclearWord> Of(IEnumerable<RowPlan> plans) =>
    [
        .. plans.SelectMany(plan => plan.Problems.Where(IsUnclear))
            .GroupBy(problem => (problem.Column, Organizations.NameFolding.Fold(problem.Found)))
            .Select(group => new UnclearWord(group.Key.Column, group.First().Found, group.Count()))
            .GroupBy(word => word.Column).OrderBy(column => column.Key)
            .SelectMany(column => column.OrderByDescending(word => word.Rows).ThenBy(word => word.Word, StringComparer.Ordinal).Take(MostOfColumn)),
    ];

    private static bool IsUnclear(RowProblem problem) => problem.Reason switch
    {
        RowReason.UnitUnknown or RowReason.UnitAmbiguous or RowReason.UnitClosed => true,
        RowReason.PositionUnknown or RowReason.PositionAmbiguous or RowReason.EmploymentUnknown => problem.Found.Length is > 0 and <= RosterWording.LongestWord,
        _ => false,
    };
}
