using TrainingHub.Documents;

namespace TrainingHub.Reports;

/// <summary>核定总表: all targets of a year for one unit on one sheet, each out of the first frozen snapshot of its cut-off day.</summary>
public sealed record YearSheet
{
    public required int Year { get; init; }
    public required string Code { get; init; }

    /// <summary>As the latest of the snapshots names it.</summary>
    public required string UnitName { get; init; }

    /// <summary>By promise.</summary>
    public required IReadOnlyList<FinalSheet> Sheets { get; init; }

    /// <summary>Targets of the unit whose cut-off day is not frozen yet: they stand on no sheet.</summary>
    public required IReadOnlyList<FinalRow> Waiting { get; init; }

    public int Met => Sheets.Count(sheet => sheet.Part.Standing is ReportStanding.Met);
    public int NotMet => Sheets.Count(sheet => sheet.Part.Standing is ReportStanding.NotMet or ReportStanding.NotMetUndeclared);

    /// <summary>The units directly below, as the snapshots have them, by name.</summary>
    public IEnumerable<UnitPart> Below => Sheets.SelectMany(sheet => sheet.Part.Units).Where(unit => !unit.IsItself).DistinctBy(unit => unit.Code, StringComparer.Ordinal).OrderBy(unit => unit.Name, StringComparer.Ordinal);

    /// <summary>The sheet with the document that shows it; null while nothing is frozen.</summary>
    /// <param name="Sheet">What it is made of.</param>
    /// <param name="Document">In words.</param>
    public sealed record Page(YearSheet Sheet, OfficialDocument? Document);
}
