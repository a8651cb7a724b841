namespace TrainingHub.Questions;

/// <summary>A question that may stand on a paper today, and where it comes from.</summary>
/// <param name="Source">Slug of the course; empty for a question bank.</param>
/// <param name="Question">The version that would be shown.</param>
/// <param name="Tags">Tags and knowledge points.</param>
public sealed record PaperCandidate(string Source, QuestionVersion Question, IReadOnlyList<string> Tags)
{
    public QuestionName Name { get; } = new(Source, Question.Prompt.Id);
}
