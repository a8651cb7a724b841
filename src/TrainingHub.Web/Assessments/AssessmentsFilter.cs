using TrainingHub.Hosting;

namespace TrainingHub.Assessments;

/// <summary>What the list of assessments was asked for.</summary>
public sealed record AssessmentsFilter
{
    /// <summary>Part of the name of a person or unit; null for all.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>Slug of a programme; null for all.</summary>
    public string? Programme { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsSearch => (Q, Programme) is not (null, null);

    public (AssessmentSort Column, bool IsDown) Order => Sorting.Of(Sort, AssessmentSort.Day, isOtherwiseDown: true);
}
