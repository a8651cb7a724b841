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
}
