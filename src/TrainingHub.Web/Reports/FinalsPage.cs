using TrainingHub.Hosting;

namespace TrainingHub.Reports;

/// <summary>The final sheets of a year.</summary>
/// <param name="Year">Which.</param>
/// <param name="Years">Those that targets were set for, the latest first.</param>
/// <param name="Filter">As asked.</param>
/// <param name="Rows">Of one page.</param>
/// <param name="Pages">Which.</param>
public sealed record FinalsPage(int Year, IReadOnlyList<int> Years, FinalsFilter Filter, IReadOnlyList<FinalRow> Rows, Pages Pages);
