using TrainingHub.Courseware.Media;

namespace TrainingHub.Courseware.Files;

/// <summary>
/// Where a course's files come from. Paths count from the folder of all courses, with forward slashes: <c>fire/lessons/01-doors.md</c>,
/// <c>_standards/fire-law.yml</c>.
/// </summary>
public interface ICourseFiles
{
    /// <summary>Every file of the course and of the standards and documents beside it, in any order.</summary>
    IEnumerable<string> Paths { get; }

    /// <summary>Whether the path is a link to something else; such files are not read.</summary>
    bool IsLink(string path);

    /// <summary>Bytes.</summary>
    long LengthOf(string path);

    /// <exception cref="IOException">The file cannot be read.</exception>
    byte[] Read(string path);

    /// <summary>What is in a picture, a video or captions.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    MediaFinding LookAt(string path) => MediaFinding.Of(Read(path));
}
