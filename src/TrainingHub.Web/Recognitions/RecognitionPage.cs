namespace TrainingHub.Recognitions;

/// <param name="Row">As it stands.</param>
/// <param name="History">Every state, the oldest first.</param>
/// <param name="CourseTitle">Of the course that it stands for; null: none.</param>
public sealed record RecognitionPage(RecognitionRow Row, IReadOnlyList<RecognitionPage.Step> History, string? CourseTitle)
{
    /// <param name="At">On the zone's clock.</param>
    /// <param name="By">Null once anonymized.</param>
    public sealed record Step(OutsideState State, DateTime At, string? By, string? Reason);
}
