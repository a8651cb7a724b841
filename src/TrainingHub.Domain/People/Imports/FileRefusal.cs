namespace TrainingHub.People.Imports;

/// <summary>Why a whole file is not taken.</summary>
public enum FileRefusal
{
    /// <summary>No file was chosen, or it has no bytes.</summary>
    NoFile,
    TooLarge,
    /// <summary>Not an .xlsx workbook, whatever its name says.</summary>
    WrongType,
    /// <summary>The old .xls format.</summary>
    OldFormat,
    PasswordProtected,
    Macros,
    Damaged,
    /// <summary>Unpacks to far more than a roster can be.</summary>
    Bomb,
    /// <summary>No sheet has a row below its heading.</summary>
    NoRows,
    TooManyRows,
    MissingColumn,
    MergedCells,
    /// <summary>Every column with staff numbers, names or posts holds identity numbers.</summary>
    NameColumnIsIdentity,
}
