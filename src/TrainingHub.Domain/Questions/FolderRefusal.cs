namespace TrainingHub.Questions;

/// <summary>Why a folder cannot be made, called, moved or shared like that.</summary>
public enum FolderRefusal
{
    NameMissing,
    NameTooLong,

    /// <summary>Another folder beside it has that name.</summary>
    NameUsed,

    /// <summary>The folder it is to lie in is not there, or no longer.</summary>
    Missing,

    /// <summary>A folder does not lie in itself, nor in one that lies in it.</summary>
    IntoItself,

    /// <summary>Deeper than <see cref="BankFolder.MostDeep"/>.</summary>
    TooDeep,

    /// <summary>A bank has no place for so many.</summary>
    TooMany,

    /// <summary>Questions or folders lie in it.</summary>
    NotEmpty,

    /// <summary>It lies in a folder that is not shared.</summary>
    InPrivate,
}
