namespace TrainingHub.Standards;

/// <summary>Why an edition that a unit entered cannot be published.</summary>
public enum OwnEditionFault
{
    /// <summary>Neither a local document nor a post standard.</summary>
    KindNotOwn,

    /// <summary>A local document is entered by a bureau or a college, not by a school.</summary>
    KindOfBureau,

    /// <summary>There is no clause to read.</summary>
    NoClauses,

    /// <summary>Its last day lies before its first.</summary>
    EndsBeforeStart,

    /// <summary>It would hold from a day on which the edition that it replaces did not hold yet.</summary>
    StartsBeforeReplaced,

    /// <summary>A clause says where it stood before, but the replaced edition has no such number, or nothing is replaced.</summary>
    FormerlyUnknown,

    /// <summary>Its name is not one of the unit's own documents.</summary>
    SlugNotOwn,

    /// <summary>The unit has published an edition of this name.</summary>
    NameTaken,

    /// <summary>What it replaces is not an earlier edition of the same document of the unit.</summary>
    ReplacesForeign,

    /// <summary>The document has a first edition already; a further one says which it replaces.</summary>
    ReplacesMissing,

    /// <summary>Another edition stands in the place of the one that it replaces.</summary>
    SucceededAlready,

    /// <summary>An edition of the document is being written in the library.</summary>
    BeingWritten,
}
