namespace TrainingHub.Questions;

/// <summary>标签 or 知识点 of a bank's question.</summary>
public sealed class BankTag
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 60;

    /// <summary>How many of each kind a question may have.</summary>
    public const int Most = 20;

    public required Guid BankQuestionId { get; init; }
    public required BankTagKind Kind { get; init; }
    public required string Name { get; init; }
}
