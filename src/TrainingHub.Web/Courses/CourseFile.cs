using TrainingHub.Storage;

namespace TrainingHub.Courses;

/// <summary>A file of a published version, as it was; its bytes lie in <see cref="CourseFileContent"/>, once for all versions that have it.</summary>
public sealed class CourseFile
{
    public required string CourseHash { get; init; }

    /// <summary>From the folder of all courses: <c>fire/lessons/01-doors.md</c>.</summary>
    public required string Path { get; init; }

    public required string ContentHash { get; init; }
}
