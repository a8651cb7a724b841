namespace TrainingHub.Questions;

/// <summary>What of a single question is wrong.</summary>
public enum QuestionFaultKind
{
    StemMissing,

    /// <summary>Stem, explanation, story or one of the parts is longer than it may be.</summary>
    TextTooLong,

    ExplanationMissing,

    /// <summary>Too few or too many options, steps, places or clauses.</summary>
    OptionCount,

    OptionEmpty,

    OptionRepeated,

    /// <summary>There is no right option, or one that is not there.</summary>
    AnswerMissing,

    /// <summary>Single choice with several right options, or multiple choice with one.</summary>
    AnswerCount,

    /// <summary>The stem has no blank, or not as many as the key.</summary>
    BlankCount,

    /// <summary>Nothing is taken in a blank.</summary>
    BlankEmpty,

    /// <summary>A tolerance below 0, or a unit that is needed and not named.</summary>
    BlankNumber,

    /// <summary>Too few or too many targets, an empty or a repeated one.</summary>
    TargetCount,

    /// <summary>An option without target, or with one that is not there.</summary>
    PairMissing,

    PictureMissing,

    /// <summary>A place without zone, or a zone that is none.</summary>
    ZoneMissing,

    LevelMissing,

    /// <summary>不构成, yet a clause is named as right.</summary>
    ClauseWithoutHazard,

    /// <summary>No rubric, an empty line or a weight below 1.</summary>
    RubricMissing,

    /// <summary>How long a written answer may be is not said, or too much.</summary>
    CharacterCount,
}
