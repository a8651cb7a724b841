namespace TrainingHub.Practice;

/// <summary>Answers on papers that were handed in. A seam, because quizzes know practice and not the other way round.</summary>
public interface IReleasedAnswers
{
    /// <summary>What a person answered on graded papers; what was left blank is not among it.</summary>
    Task<IReadOnlyList<PastAnswer>> OfAsync(Guid personId, CancellationToken cancel);
}
