namespace TrainingHub.Courseware;

/// <summary>What could be read of questions in Markdown.</summary>
/// <param name="Questions">Those in which nothing is wrong, in their order.</param>
/// <param name="Problems">Of all others, by line.</param>
public sealed record MarkdownReading(IReadOnlyList<MarkdownQuestion> Questions, IReadOnlyList<Problem> Problems);
