namespace TrainingHub.Courseware.Files;

/// <summary>A course's files in memory: a draft, or what a zip held.</summary>
public sealed class CourseBytes(IReadOnlyDictionary<string, byte[]> files) : ICourseFiles
{
    public IEnumerable<string> Paths => files.Keys;

    public bool IsLink(string path) => false;

    public long LengthOf(string path) => files[path].Length;

    public byte[] Read(string path) => files[path];
}
