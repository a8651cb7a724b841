namespace TrainingHub.Courses.Drafts;

/// <summary>Somebody who changed something of a draft, and so does not review it where another person can.</summary>
public sealed class CourseDraftEditor
{
    public required Guid DraftId { get; init; }
    public required Guid PersonId { get; init; }
}
