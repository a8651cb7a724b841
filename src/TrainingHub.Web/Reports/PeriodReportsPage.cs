using TrainingHub.Documents;
using TrainingHub.Hosting;

namespace TrainingHub.Reports;

/// <summary>Reports in reach, and the form of a new one.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Rows">Of this page.</param>
/// <param name="Pages">Which page it is.</param>
/// <param name="Input">What was typed.</param>
/// <param name="Latest">For each kind the report that can be made now.</param>
public sealed record PeriodReportsPage(ReportsFilter Filter, IReadOnlyList<ReportRow> Rows, Pages Pages, ReportInput Input, IReadOnlyList<(ReportKind Kind, DateOnly Due)> Latest)
{
    /// <summary>One of them.</summary>
    public sealed record One
    {
        public required FilledReport Filled { get; init; }

        /// <summary>As it is written; null until everything is counted.</summary>
        public OfficialDocument? Document { get; init; }
        public required IReadOnlyList<ReportScan> Scans { get; init; }

        /// <summary>Units directly below that can report, too.</summary>
        public required int UnitsBelow { get; init; }
        public required bool MayReadNames { get; init; }

        /// <summary>Whether the reader speaks for the unit: keeps scans and columns.</summary>
        public required bool MayKeep { get; init; }
        public string? Notice { get; init; }
    }
}
