namespace TrainingHub.Questions;

/// <summary>Why a submitted choice was not taken.</summary>
public enum ChoiceRefusal
{
    /// <summary>Something else than the upper-case letters of the item's options.</summary>
    UnknownLetter,

    /// <summary>The same letter twice.</summary>
    RepeatedLetter,

    /// <summary>More than one letter where one answer is asked.</summary>
    TooManyLetters,
}
