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

    /// <summary>A picture without words for who does not see it: the author has to write them.</summary>
    PictureTextMissing,

    /// <summary>A picture beside the explanation, which takes none.</summary>
    PictureDropped,

    /// <summary>Points: here a paper says what a question is worth.</summary>
    PointsDropped,

    /// <summary>The text stands in several languages, of which one was taken.</summary>
    LanguageChosen,

    /// <summary>Capitals count in the file; here they never do.</summary>
    CaseIgnored,

    /// <summary>A formula of a spreadsheet: its last value was read.</summary>
    FormulaValue,
    HiddenRow,

    /// <summary>Places of a picture without names: they were numbered.</summary>
    PlaceNamesMissing,

    /// <summary>How an answer has to be written is not checked here.</summary>
    PatternIgnored,
    HintsDropped,

    /// <summary>From here on again what keeps a question out; stored by number.</summary>
    CellBroken = 1000,
    HiddenSheet,

    /// <summary>More pictures than a question can have, or pictures in its options.</summary>
    PicturesTooMany,
    PictureTooLarge,

    /// <summary>A place that is no area of the picture.</summary>
    ZoneUnreadable,

    /// <summary>A sheet whose columns are not known, beside others that are; the detail names it.</summary>
    SheetUnread,
}
