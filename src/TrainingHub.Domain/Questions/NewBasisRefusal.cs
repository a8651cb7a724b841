namespace TrainingHub.Questions;

/// <summary>Why a question does not rest on what many are to rest on.</summary>
public enum NewBasisRefusal
{
    /// <summary>It rests on no clause of the document whose edition is named.</summary>
    OtherDocument,

    /// <summary>The edition has no such clause whose text was seen.</summary>
    ClauseGone,

    /// <summary>It is retired.</summary>
    Retired,
}
