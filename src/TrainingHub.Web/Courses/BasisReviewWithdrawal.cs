namespace TrainingHub.Courses;

/// <summary>That a review was taken back: the question or the lesson has to be looked at again. Appended only.</summary>
public sealed class BasisReviewWithdrawal
{
    public required Guid ReviewId { get; init; }
    public required DateTime WithdrawnAt { get; init; }
    public required Guid WithdrawnBy { get; init; }
}
