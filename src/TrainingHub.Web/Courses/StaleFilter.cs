using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>What the work list shows.</summary>
public sealed record StaleFilter
{
    /// <summary>Slug of one course; null for all.</summary>
    public string? Course { get; init; }

    /// <summary>What became of the clause; null for everything.</summary>
    public ClauseStanding? Standing { get; init; }

    /// <summary>True for what a day ahead will touch, false for what is so today; null for both.</summary>
    public bool? Ahead { get; init; }

    /// <summary>Whether what was looked at already is shown as well.</summary>
    public bool Reviewed { get; init; }

    public int Page { get; init; } = 1;
}
