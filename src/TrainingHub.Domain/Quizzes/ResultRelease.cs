namespace TrainingHub.Quizzes;

/// <summary>How far the results of a quiz were told that waited for the end of its window.</summary>
public sealed class ResultRelease
{
    public required string QuizSlug { get; init; }

    /// <summary>How many attempts had been graded when all of them had been told; another number means that there is somebody to tell.</summary>
    public required int Told { get; set; }
}
