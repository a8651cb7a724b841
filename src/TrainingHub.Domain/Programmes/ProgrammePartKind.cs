namespace TrainingHub.Programmes;

/// <summary>What a programme can ask for. Stored by number: never renumber.</summary>
public enum ProgrammePartKind
{
    /// <summary>通过测验: the final quiz of a course, or one that a unit arranged.</summary>
    Quiz = 1,
    /// <summary>修满学时, of one domain or of any</summary>
    Hours = 2,
    /// <summary>操作考核, passed before an assessor</summary>
    Assessment = 3,
}
