namespace TrainingHub.Programmes;

/// <summary>Quizzes that units arrange apart from courses. A seam, because quizzes know programmes and not the other way round.</summary>
public interface IArrangedQuizzes
{
    /// <summary>Those by which the current person may let a programme be completed.</summary>
    Task<IReadOnlyList<QuizChoice>> ChoicesAsync(CancellationToken cancel);
}
