using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>A quiz before it is started.</summary>
public sealed record QuizIntroPage
{
    public required Quiz Quiz { get; init; }
    public required string Title { get; init; }
    public required string CourseSlug { get; init; }
    public required string CourseTitle { get; init; }

    /// <summary>The least whole points that pass.</summary>
    public required int PassPoints { get; init; }

    /// <summary>How many attempts the person has made.</summary>
    public required int AttemptCount { get; init; }

    /// <summary>Newest first; where any number is allowed only the newest, and the one that was passed.</summary>
    public required IReadOnlyList<PastAttempt> Attempts { get; init; }

    /// <summary>More time and further attempts that were given, newest first.</summary>
    public required IReadOnlyList<AllowanceLine> Given { get; init; }

    /// <summary>Whether the reader runs quizzes: the way to everybody's attempts is shown.</summary>
    public required bool MayOversee { get; init; }

    /// <summary>Number of the attempt that goes on; null when none is open.</summary>
    public int? OpenNumber { get; init; }

    /// <summary>Why none can be started now; null when one can, or is open.</summary>
    public StartRefusal? Refusal { get; init; }

    /// <param name="Number">From 1.</param>
    /// <param name="SubmittedAt">In the zone; null while open.</param>
    /// <param name="Points">Null while open.</param>
    /// <param name="FullPoints">Whole points.</param>
    /// <param name="Passed">Null while open.</param>
    public sealed record PastAttempt(int Number, DateTime? SubmittedAt, int? Points, int FullPoints, bool? Passed);
}
