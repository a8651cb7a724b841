namespace TrainingHub.Questions;

/// <summary>In what two questions are too near to each other.</summary>
public enum TwinKind
{
    /// <summary>The stems are the same but for marks, blanks and words of one meaning.</summary>
    SameStem,

    /// <summary>The stems are nearly the same, and so are the right answers.</summary>
    SameQuestion,

    /// <summary>The stems are nearly the same and the options too, yet another answer is right, and no number and no negation says why.</summary>
    OtherKey,
}
