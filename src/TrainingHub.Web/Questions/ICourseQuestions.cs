namespace TrainingHub.Questions;

/// <summary>The questions of courses that the current person answers for. A seam, because courses know questions and not the other way round.</summary>
public interface ICourseQuestions
{
    /// <summary>Slugs of courses by the hash of each question version that they have today.</summary>
    Task<IReadOnlyDictionary<string, string>> ReachedAsync(CancellationToken cancel);
}
