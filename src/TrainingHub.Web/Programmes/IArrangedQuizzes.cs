namespace TrainingHub.Programmes;

/// <summary>Quizzes that units arrange apart from courses. A seam, because quizzes know programmes and not the other way round.</summary>
public interface IArrangedQuizzes
{
    /// <summary>Those by which the current person may let a programme be completed.</summary>
    Task<IReadOnlyList<QuizChoice>> ChoicesAsync(CancellationToken cancel);

    /// <summary>Whole minutes that quizzes take, by slug; what is no such quiz is left out.</summary>
    Task<IReadOnlyDictionary<string, int>> MinutesAsync(IReadOnlyCollection<string> quizSlugs, CancellationToken cancel);

    /// <summary>Slugs of the standards on which questions rest that its papers may have today; empty when there is no such quiz.</summary>
    Task<IReadOnlySet<string>> StandardsAsync(string quizSlug, CancellationToken cancel);
}
