namespace TrainingHub.Courseware.Media;

/// <summary>The pictures and videos that a course's lessons may show.</summary>
/// <param name="files">Those that were found safe, by name.</param>
/// <param name="filed">Names of all, unsafe ones too: a lesson that shows one of those is not blamed as well.</param>
/// <param name="addressOf">Where a reader gets a file.</param>
/// <param name="folder">Where they lie, for who has to put one there.</param>
internal sealed class MediaShelf(
    IReadOnlyDictionary<string, MediaFile> files, IReadOnlySet<string> filed, Func<MediaFile, string> addressOf, string folder = Files.CoursePaths.Pictures)
{
    public static MediaShelf Empty { get; } = new(new Dictionary<string, MediaFile>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), file => file.Name);

    public string AddressOf(MediaFile file) => addressOf(file);

    /// <summary>Null when there is no such file, or one of another kind, which is then in the log.</summary>
    public MediaFile? Find(string name, Place place, ProblemLog log, params ReadOnlySpan<MediaKind> kinds)
    {
        if (files.TryGetValue(name, out var file) && kinds.Contains(file.Kind))
        {
            return file;
        }

        if (file is not null || !filed.Contains(name))
        {
            log.Error(
                place,
                "media-missing",
                ($"文件夹{folder}里没有可用的“{name}”。", $"The folder {folder} has no usable '{name}'."),
                ("上传这个文件，或者改正文件名；图片用jpg或png，视频用mp4，字幕用vtt。", "Upload the file, or correct its name; pictures are jpg or png, videos mp4, captions vtt."));
        }

        return null;
    }
}
