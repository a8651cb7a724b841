namespace TrainingHub.Questions;

/// <summary>A question that may stand on a paper today, and where it comes from.</summary>
/// <param name="Source">Slug of the course; empty for a question bank.</param>
/// <param name="Question">The version that would be shown.</param>
/// <param name="Tags">Tags and knowledge points.</param>
public sealed record PaperCandidate(string Source, QuestionVersion Question, IReadOnlyList<string> Tags)
{
    /// <summary>Ids of the bank's folder in which it lies and of those above that; empty outside of folders.</summary>
    public IReadOnlyCollection<Guid> Folders { get; init; } = [];

    /// <summary>Id under which it was first written: copies of it in nearer banks name the same. Its own id unless it is a copy.</summary>
    public string Origin { get; init; } = Question.Prompt.Id;

    public QuestionName Name { get; } = new(Source, Question.Prompt.Id);
}
