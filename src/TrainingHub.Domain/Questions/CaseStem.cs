namespace TrainingHub.Questions;

/// <summary>案例: what happened, for several questions that are drawn and shown together.</summary>
/// <param name="Id">Stable, unique within its course or bank.</param>
/// <param name="Text">Plain text.</param>
public sealed record CaseStem(string Id, string Text)
{
    /// <summary>In the order shown.</summary>
    public IReadOnlyList<QuestionPicture> Pictures { get; init; } = [];
}
