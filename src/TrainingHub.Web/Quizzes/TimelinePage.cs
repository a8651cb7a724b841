namespace TrainingHub.Quizzes;

/// <summary>时间线: everything that happened around an attempt, for an examiner.</summary>
public sealed record TimelinePage
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required AttemptRow Row { get; init; }

    /// <summary>By time.</summary>
    public required IReadOnlyList<Line> Lines { get; init; }

    /// <summary>How often the page was left.</summary>
    public required int Absences { get; init; }

    /// <summary>Head of the chain as the log gives it now.</summary>
    public required string Head { get; init; }

    /// <summary>Head that was kept when it was handed in; null while open, or when none was kept.</summary>
    public required string? KeptHead { get; init; }

    /// <summary>Points of the paper graded anew from the log; null while open.</summary>
    public required int? RebuiltPoints { get; init; }

    public bool IsChainWhole => KeptHead is null || string.Equals(Head, KeptHead, StringComparison.Ordinal);

    public bool IsPaperSame => RebuiltPoints is null || RebuiltPoints == Row.Points;

    /// <param name="At">In the zone.</param>
    /// <param name="Kind">What happened.</param>
    /// <param name="Item">Of an answer; null otherwise.</param>
    /// <param name="Version">Of an answer; null otherwise.</param>
    /// <param name="Text">What was answered, as displayed, or the reason of what was given.</param>
    /// <param name="Hash">Of an answer's entry; null for one that was refused, which is no part of what is graded.</param>
    public sealed record Line(DateTime At, LineKind Kind, int? Item = null, int? Version = null, string? Text = null, string? Hash = null, int? Minutes = null);

    public enum LineKind
    {
        Started,
        Saved,
        SavedLate,
        TakenOver,
        Refused,
        Left,
        TimeAdded,
        HandedIn,
        AtSession,
        Corrected,
    }
}
