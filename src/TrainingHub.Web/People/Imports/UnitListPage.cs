using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>A list of organizations with what it will do.</summary>
/// <param name="Import">The list.</param>
/// <param name="UnitName">The unit below which the listed ones stand.</param>
/// <param name="Plans">
/// One for each row, in the order of the file; from when somebody agreed to it on those that change anything or are refused, in the order of writing. Once it is written, those
/// of the rows that were not; none when it was given up.
/// </param>
public sealed record UnitListPage(UnitListImport Import, string UnitName, IReadOnlyList<UnitPlan> Plans)
{
    /// <summary>So many rows of each kind are shown; the file has all.</summary>
    public const int MostShown = 200;

    public int CountOf(RowVerdict verdict) => verdict is RowVerdict.Unchanged && Import.State is not ImportState.Preview ? Import.Rows - Plans.Count : Plans.Count(plan => plan.Verdict == verdict);

    public int ToWrite => CountOf(RowVerdict.Added) + CountOf(RowVerdict.Changed);

    /// <summary>A short mark of what would be written: what is applied is what was seen.</summary>
    public string Mark => KnownVersion.Of(Plans.Where(plan => plan.Verdict is RowVerdict.Added or RowVerdict.Changed)
        .Select(plan => $"{plan.Row.Sheet} {plan.Row.Number} {plan.Verdict} {plan.ParentName} {string.Join(' ', plan.Differences.Select(one => $"{one.Column}={one.New} {one.Until}"))}"));

    /// <summary>The form and the latest lists.</summary>
    /// <param name="Input">What was typed.</param>
    /// <param name="Units">Units to offer while typing.</param>
    /// <param name="Lists">With the names of their units, the latest first.</param>
    /// <param name="Refusal">Why the file is not taken; null: it was not asked, or is.</param>
    public sealed record Form(UnitListInput Input, IReadOnlyList<string> Units, IReadOnlyList<(UnitListImport Import, string UnitName)> Lists, ReadOutcome.Refused? Refusal);
}
