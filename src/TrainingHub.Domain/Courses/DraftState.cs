namespace TrainingHub.Courses;

/// <summary>Where a course draft stands. Stored by number: never renumber.</summary>
public enum DraftState
{
    None = 0,

    /// <summary>草稿: being written.</summary>
    Writing = 1,

    /// <summary>待审核: read by somebody else; its files are closed.</summary>
    InReview = 2,

    /// <summary>已发布: a version of the course; closed for good.</summary>
    Published = 3,
}
