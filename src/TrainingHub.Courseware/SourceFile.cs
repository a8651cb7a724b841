namespace TrainingHub.Courseware;

/// <summary>A file as read: its path from the folder of all courses, its text with line ends as LF and without byte order mark.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public Place At(int? line) => new(Path, line);
}
