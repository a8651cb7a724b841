namespace TrainingHub.Questions;

/// <summary>How a pool of check questions can be passed without knowing.</summary>
public enum CheckPoolFaultKind
{
    /// <summary>It is so small that trying leads through it.</summary>
    TooFew,

    /// <summary>More than half are true/false questions: a coin is right every other time.</summary>
    MostlyTrueFalse,

    /// <summary>A single-choice question has two options: true/false in disguise.</summary>
    TwoOptions,

    /// <summary>The length of the options tells the answers.</summary>
    ToldByLength,
}
