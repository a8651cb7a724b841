namespace TrainingHub.Courses;

/// <summary>
/// That somebody looked at a question or a lesson after its standard changed and found it still right. Appended only: a <see cref="BasisReviewWithdrawal"/>
/// takes it back.
/// </summary>
public sealed class BasisReview
{
    public required Guid Id { get; init; }
    public required string CourseSlug { get; init; }

    /// <summary>The question's content hash, or the lesson's slug.</summary>
    public required string Subject { get; init; }

    /// <summary>The edition under which it was found right, as <c>slug@edition</c>: a later one asks again.</summary>
    public required string Under { get; init; }
    public required DateTime ReviewedAt { get; init; }
    public required Guid ReviewedBy { get; init; }
}
