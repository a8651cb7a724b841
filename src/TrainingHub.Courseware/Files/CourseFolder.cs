namespace TrainingHub.Courseware.Files;

/// <summary>A course's folder on disk, and the folders _standards and _documents beside it.</summary>
public sealed class CourseFolder : ICourseFiles
{
    private readonly string root;

    public CourseFolder(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Slug = Path.GetFileName(full);
        root = Path.GetDirectoryName(full) ?? full;
    }

    /// <summary>Name of the folder.</summary>
    public string Slug { get; }

    public IEnumerable<string> Paths =>
    [
        .. FilesIn(Slug, SearchOption.AllDirectories),
        .. FilesIn(CoursePaths.Standards, SearchOption.TopDirectoryOnly),
        .. FilesIn(CoursePaths.Documents, SearchOption.TopDirectoryOnly),
    ];

    public bool IsLink(string path) => new FileInfo(OnDisk(path)).LinkTarget is not null;

    public long LengthOf(string path) => new FileInfo(OnDisk(path)).Length;

    public byte[] Read(string path) => File.ReadAllBytes(OnDisk(path));

    private IEnumerable<string> FilesIn(string directory, SearchOption depth) =>
        Directory.Exists(OnDisk(directory))
            ? Directory.EnumerateFiles(OnDisk(directory), "*", depth).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            : [];

    private string OnDisk(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));
}
