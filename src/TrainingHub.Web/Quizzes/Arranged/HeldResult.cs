namespace TrainingHub.Quizzes.Arranged;

/// <summary>A graded attempt at an arranged quiz, with no more than is released.</summary>
public sealed record HeldResult
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required int Number { get; init; }

    /// <summary>How many items had an answer that counted.</summary>
    public required int Answered { get; init; }

    public required TimeSpan Used { get; init; }

    /// <summary>In the zone.</summary>
    public required DateTime SubmittedAt { get; init; }
    public required ReleasePolicy Release { get; init; }

    /// <summary>Null while the score is not released.</summary>
    public required ToldScore? Score { get; init; }

    /// <summary>Which attempt counts, where several are allowed; null while the score is not released.</summary>
    public required ResultPage.CountingLine? Counting { get; init; }

    /// <summary>The whole page; null while the answers are not released.</summary>
    public required ResultPage? Page { get; init; }

    /// <param name="PassPoints">The least points that pass.</param>
    public sealed record ToldScore(int Points, int FullPoints, int PassPoints, bool Passed);
}
