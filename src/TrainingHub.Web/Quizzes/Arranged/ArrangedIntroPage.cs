namespace TrainingHub.Quizzes.Arranged;

/// <summary>An arranged quiz before it is started.</summary>
public sealed record ArrangedIntroPage
{
    public required string Slug { get; init; }
    public required QuizTerms Terms { get; init; }
    public required string OwnerName { get; init; }

    /// <summary>In the zone.</summary>
    public required DateTime OpensAt { get; init; }

    /// <summary>In the zone; minutes added to the person's window included.</summary>
    public required DateTime ClosesAt { get; init; }

    /// <summary>How many attempts the person has, granted ones included.</summary>
    public required int Allowed { get; init; }
    public required ReleasePolicy.Released Released { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<QuizIntroPage.PastAttempt> Attempts { get; init; }
    public required IReadOnlyList<AllowanceLine> Given { get; init; }

    /// <summary>Number of the attempt that counts; null while none is graded or its score is not told.</summary>
    public required int? CountingNumber { get; init; }
    public required bool MayOversee { get; init; }
    /// <summary>Whether written answers wait for a mark; told to those who may mark.</summary>
    public required bool WaitsForMarks { get; init; }
    public required bool MayArrange { get; init; }

    /// <summary>Whether a contest ranks its results.</summary>
    public required bool IsContest { get; init; }
    public int? OpenNumber { get; init; }
    public StartRefusal? Refusal { get; init; }
}
