namespace TrainingHub.Standards;

/// <summary>Whether an edition may be taught and examined as the rule of today.</summary>
public enum EditionStatus
{
    /// <summary>现行: the edition in force.</summary>
    InForce,

    /// <summary>已被替代: a later edition stands in its place.</summary>
    Replaced,

    /// <summary>待核: not yet checked against the published text; its questions are for practice only.</summary>
    ToBeChecked,
}
