namespace TrainingHub.Reports;

/// <summary>The final sheets of a year.</summary>
/// <param name="Year">Which.</param>
/// <param name="Years">Those that targets were set for, the latest first.</param>
/// <param name="Rows">By promise.</param>
public sealed record FinalsPage(int Year, IReadOnlyList<int> Years, IReadOnlyList<FinalRow> Rows);
