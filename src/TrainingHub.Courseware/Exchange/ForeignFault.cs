namespace TrainingHub.Courseware.Exchange;

/// <summary>What is wrong with a question of a file, or worth saying of it.</summary>
public enum ForeignFault
{
    /// <summary>A kind that no question here can be; the detail names it.</summary>
    Unsupported,

    /// <summary>It breaks the format; the detail says in what.</summary>
    Malformed,

    /// <summary>A row with words in one cell only: a heading or a remark.</summary>
    NotAQuestion,
    StemMissing,
    StemTooLong,
    KindUnknown,
    OptionsMissing,
    OptionsTooMany,
    OptionEmpty,
    OptionRepeated,
    TextTooLong,
    AnswerMissing,
    AnswerUnknown,
    AnswerOutOfRange,
    AnswerNotOne,
    AnswerTooFew,

    /// <summary>Blanks in the stem and answers differ in number.</summary>
    BlankCount,
    PairsMissing,
    RubricMissing,

    /// <summary>A picture that is none.</summary>
    PictureBroken,

    /// <summary>The question is not complete without its picture, which an import does not bring.</summary>
    PictureLeftOut,

    /// <summary>From here on notes: the question can be taken all the same.</summary>
    AnswerRepeated,
    WeightsDropped,
    MarkupDropped,
    FeedbackJoined,
    TakenAsSingle,
    OptionsSplitByComma,
    RubricAssumed,
    UnitsUnknown,
    DifficultyUnknown,
    ExplanationMissing,
    BasisMissing,
    BasisUnclear,
}
