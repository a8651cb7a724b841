using TrainingHub.Hosting;

namespace TrainingHub.Reports;

/// <summary>Which reports are asked for, as it stands in the address.</summary>
public sealed record ReportsFilter
{
    /// <summary>A part of the unit's name.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 120 } text ? text : value.Trim()[..120]; }

    /// <summary>Null for all.</summary>
    public ReportKind? Kind { get; init; }

    /// <summary>The year in which they are due; null for all.</summary>
    public int? Year { get; init; }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public (ReportSort Column, bool IsDown) Order => Sorting.Of(Sort, ReportSort.Made, isOtherwiseDown: true);
}
