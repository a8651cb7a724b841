namespace TrainingHub.Programmes;

/// <summary>A form about a programme.</summary>
/// <param name="Slug">The programme; empty for a new one.</param>
/// <param name="Title">Its name; empty for a new one.</param>
/// <param name="Setters">Who may set it; empty where that is not asked.</param>
/// <param name="Quizzes">What can complete it; empty where that is not asked.</param>
public sealed record ProgrammeForm<T>(string Slug, string Title, T Input, IReadOnlyList<Setter> Setters, IReadOnlyList<QuizChoice> Quizzes)
{
    /// <summary>Documents that keep it from being set.</summary>
    public IReadOnlyList<(PresetDocument Document, PresetDocumentState State)> Obstacles { get; init; } = [];

    /// <summary>What a target would ask of whom; null until it was asked for.</summary>
    public BurdenEstimate? Burden { get; init; }
}
