namespace TrainingHub.Questions;

/// <summary>Why a question cannot lie in a bank.</summary>
public enum TakeRefusal
{
    /// <summary>Stem or options are missing, or the difficulty is none of 1 to 3.</summary>
    Incomplete,

    /// <summary>The stem has more than 4,000 characters.</summary>
    StemTooLong,

    /// <summary>Options, or what else is shown, are too long together.</summary>
    OptionsTooLong,

    /// <summary>The explanation has more than 8,000 characters.</summary>
    ExplanationTooLong,

    /// <summary>Document, statement or clause of its basis is too long.</summary>
    BasisTooLong,

    /// <summary>More than 20 tags or knowledge points, or one of more than 60 characters.</summary>
    TooManyTags,
}
