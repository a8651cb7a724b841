namespace TrainingHub.Courses.Drafts;

/// <summary>A file of a draft.</summary>
public sealed class CourseDraftFile
{
    public required Guid DraftId { get; init; }

    /// <summary>From the folder of all courses: <c>fire/lessons/01-doors.md</c>.</summary>
    public required string Path { get; init; }

    public required byte[] Bytes { get; set; }

    /// <summary>SHA-256 of the bytes: what a page was made from, and what a second save at the same moment trips over.</summary>
    public required string Hash { get; set; }
}
