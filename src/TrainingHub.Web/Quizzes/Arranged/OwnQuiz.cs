namespace TrainingHub.Quizzes.Arranged;

/// <summary>An arranged quiz in which the person takes part, or has taken part.</summary>
public sealed record OwnQuiz
{
    public required string Slug { get; init; }
    public required string Title { get; init; }

    /// <summary>In the zone.</summary>
    public required DateTime OpensAt { get; init; }

    /// <summary>In the zone.</summary>
    public required DateTime ClosesAt { get; init; }
    public required OwnQuizState State { get; init; }

    /// <summary>The attempt that goes on; null when none is open.</summary>
    public required int? OpenNumber { get; init; }

    /// <summary>Whether something can or must be done now.</summary>
    public bool IsDue => State is OwnQuizState.Open or OwnQuizState.Ready;
}
