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

    /// <summary>Nothing says of how many levels the difficulty is: the greatest number decided; the detail names it.</summary>
    DifficultyGuessed,

    /// <summary>A number that may mean the place of an option or right and wrong, which here are contrary.</summary>
    AnswerAmbiguous,

    /// <summary>The clause that free words name was found, and holds; the detail names it, as in what follows.</summary>
    BasisFound,

    /// <summary>It was found in an edition that was replaced, and a later edition says the same.</summary>
    BasisCarriedOn,

    /// <summary>It was found in an edition that no longer holds, and no edition in force says the same.</summary>
    BasisStale,

    /// <summary>It was found in an edition that is still to be checked.</summary>
    BasisToBeChecked,

    /// <summary>The document is known; no such clause of it is.</summary>
    BasisClauseMissing,

    /// <summary>The document is known, and no longer holds.</summary>
    BasisReplaced,

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

    /// <summary>隐患判定题 without its level, or one that is no hazard and names clauses all the same.</summary>
    LevelMissing,

    /// <summary>图上标注题 in a table, which cannot carry its places.</summary>
    HotspotInTable,
}
