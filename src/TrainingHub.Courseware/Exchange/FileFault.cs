namespace TrainingHub.Courseware.Exchange;

/// <summary>Why a file as a whole is not taken.</summary>
public enum FileFault
{
    /// <summary>It is empty or was not sent.</summary>
    NoFile,
    TooLarge,

    /// <summary>None of the formats that are read.</summary>
    UnknownFormat,

    /// <summary>A format that is known but not read; the detail names it.</summary>
    UnsupportedFormat,

    /// <summary>Neither UTF-8 nor GB18030.</summary>
    Encoding,

    /// <summary>It breaks off or contradicts its format; the line says where.</summary>
    Damaged,

    /// <summary>It declares entities or a document type: nothing that a question needs.</summary>
    Entities,

    /// <summary>Elements stand in one another without end, or it unpacks to too much.</summary>
    Bomb,
    TooManyQuestions,

    /// <summary>There is nothing in it to take.</summary>
    NoQuestions,
    PasswordProtected,
    OldWorkbook,
    Macros,

    /// <summary>It did not come in whole: the process ended meanwhile.</summary>
    Interrupted,

    /// <summary>The same person has sent too many files within the hour.</summary>
    TooMany,
}
