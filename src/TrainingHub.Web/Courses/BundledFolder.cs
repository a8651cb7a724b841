namespace TrainingHub.Courses;

/// <summary>The folder of courses as it was last published: while it is the same, nothing of it has to be read again at a start.</summary>
public sealed class BundledFolder
{
    /// <summary>There is one row.</summary>
    public required string Name { get; init; }

    /// <summary>Over the names and bytes of all files and the build that read them, lower-case hex.</summary>
    public required string Stamp { get; set; }
}
