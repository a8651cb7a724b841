namespace TrainingHub.Courses;

/// <summary>What a version was made from, and by whom.</summary>
/// <param name="Files">By path from the folder of all courses; kept byte for byte.</param>
/// <param name="OwnerId">The unit that publishes it; null for what travels with the application.</param>
/// <param name="PublishedBy">The person; null for what travels with the application.</param>
public sealed record CourseSource(IReadOnlyDictionary<string, byte[]> Files, Guid? OwnerId = null, Guid? PublishedBy = null)
{
    /// <summary>Without files: a version made by other means than files.</summary>
    public static CourseSource None { get; } = new(new Dictionary<string, byte[]>(StringComparer.Ordinal));
}
