namespace TrainingHub.Questions;

/// <summary>Something that the author of a question should look at, though it may be kept.</summary>
/// <param name="Key">Names its text.</param>
/// <param name="About">What stands in that text; empty when nothing.</param>
public sealed record QuestionNote(string Key, string About = "");
