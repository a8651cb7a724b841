namespace TrainingHub.Questions;

/// <summary>One version in the history of a bank's question. Only ever appended.</summary>
public sealed class BankQuestionVersion
{
    /// <summary>The longest note, in characters.</summary>
    public const int LongestNote = 400;

    public required Guid BankQuestionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>The question version, by content hash.</summary>
    public required string Hash { get; init; }
    public required DateTime WrittenAt { get; init; }
    public required Guid WrittenBy { get; init; }

    /// <summary>What was changed and why, as its author says; empty without words.</summary>
    public required string Note { get; init; }
}
