using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>A question as it travels as Markdown, with what a bank says of it beside the version.</summary>
/// <param name="Question">With its use and difficulty.</param>
public sealed record MarkdownQuestion(QuestionVersion Question)
{
    /// <summary>标签, in the order written.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>知识点, in the order written.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>Where it was taken from; null when nobody says.</summary>
    public string? Source { get; init; }

    /// <summary>Line of its heading, from 1; 0 when it was not read from a text.</summary>
    public int Line { get; init; }
}
