namespace TrainingHub.Quizzes.Regrades;

/// <summary>What a person is told of a regrade of their own attempt.</summary>
/// <param name="QuizSlug">Of the quiz.</param>
/// <param name="Title">Of the quiz.</param>
/// <param name="Attempt">Number of the attempt.</param>
/// <param name="Change">What it did; null while the score is not released.</param>
/// <param name="Reason">As it was given; null while the answers are not released, since a reason may tell them.</param>
/// <param name="Day">In the zone.</param>
public sealed record RegradeNotice(string QuizSlug, string Title, int Attempt, RegradeNotice.ToldChange? Change, string? Reason, DateOnly Day)
{
    /// <param name="OldPoints">Whole points.</param>
    /// <param name="NewPoints">Whole points.</param>
    /// <param name="Effect">What it did.</param>
    public sealed record ToldChange(int OldPoints, int NewPoints, RegradeEffect Effect);
}
