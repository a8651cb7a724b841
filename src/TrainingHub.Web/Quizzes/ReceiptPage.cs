using TrainingHub.Questions.Answers;

namespace TrainingHub.Quizzes;

/// <summary>A person's own answers of an attempt that was handed in, for printing: what the server had, and since when. No key.</summary>
public sealed record ReceiptPage
{
    public required string Slug { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Person { get; init; }

    /// <summary>In the zone.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>In the zone.</summary>
    public required DateTime SubmittedAt { get; init; }

    /// <summary>How often the page was left while answering.</summary>
    public required int Absences { get; init; }

    public required IReadOnlyList<Line> Lines { get; init; }

    /// <param name="Number">From 1.</param>
    /// <param name="Answered">Without key.</param>
    /// <param name="Version">Of the answer that counted; 0 when none did.</param>
    /// <param name="SavedAt">When the server had it, in the zone; null when none counted.</param>
    public sealed record Line(int Number, AnsweredView Answered, int Version, DateTime? SavedAt);
}
