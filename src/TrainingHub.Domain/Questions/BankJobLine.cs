namespace TrainingHub.Questions;

/// <summary>What a change of many questions made of one of them. Written once; kept as long as the change is.</summary>
public sealed class BankJobLine
{
    /// <summary>The longest <see cref="Reasons"/>, in characters.</summary>
    public const int LongestReasons = 200;

    public required Guid BankJobId { get; init; }
    public required Guid BankQuestionId { get; init; }
    public required BankLineOutcome Outcome { get; init; }

    /// <summary>Names of texts that say what was refused, by blanks; empty when nothing.</summary>
    public required string Reasons { get; init; }

    /// <summary>JSON of the <see cref="BankState"/> before; null when nothing was changed.</summary>
    public required string? Before { get; init; }

    /// <summary>The question's revision after the change: as long as it is still that, nobody has changed the question since.</summary>
    public required int Revision { get; init; }
}
