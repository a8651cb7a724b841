using TrainingHub.Hosting;

namespace TrainingHub.Reports;

/// <summary>Which reported figures are asked for, as it stands in the address.</summary>
public sealed record ReportedFiguresFilter
{
    /// <summary>A part of the unit's, target's or document's name.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 120 } text ? text : value.Trim()[..120]; }

    /// <summary>Whether those withdrawn are listed as well.</summary>
    public bool All { get; init; }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public (ReportedFigureSort Column, bool IsDown) Order => Sorting.Of(Sort, ReportedFigureSort.Day, isOtherwiseDown: true);
}
