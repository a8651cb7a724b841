namespace TrainingHub.Sessions;

/// <summary>What reading quickly typed letters led to.</summary>
public abstract record QuickOutcome
{
    private QuickOutcome()
    {
    }

    /// <param name="Answers">By item; without those that were not answered.</param>
    public sealed record Read(IReadOnlyDictionary<int, string> Answers) : QuickOutcome;

    /// <param name="Faults">In the order of the paper.</param>
    public sealed record Refused(IReadOnlyList<QuickFault> Faults) : QuickOutcome;
}

/// <param name="Number">Of the question, from 1.</param>
/// <param name="Kind">What is wrong.</param>
public sealed record QuickFault(int Number, QuickFaultKind Kind);

public enum QuickFaultKind
{
    /// <summary>No option of the question bears the letter.</summary>
    UnknownLetter,

    /// <summary>The same letter twice.</summary>
    RepeatedLetter,

    /// <summary>Several letters where one option is right.</summary>
    TooManyLetters,

    /// <summary>Nothing was typed from this question on.</summary>
    Missing,

    /// <summary>More was typed than the paper has questions.</summary>
    TooMany,
}
