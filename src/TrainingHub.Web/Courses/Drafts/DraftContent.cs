using TrainingHub.Courseware.Files;
using TrainingHub.Courseware.Media;

namespace TrainingHub.Courses.Drafts;

/// <summary>A draft as it is read and checked: its words, and of its pictures and videos what was found in them, without their bytes.</summary>
/// <param name="heads">Every file.</param>
/// <param name="words">Bytes of the files that are no pictures or videos, by path.</param>
/// <param name="media">What was found in pictures and videos, by hash; those that are too large were not looked at.</param>
public sealed class DraftContent(
    IReadOnlyList<DraftFileHead> heads, IReadOnlyDictionary<string, byte[]> words, IReadOnlyDictionary<string, MediaFinding> media) : ICourseFiles
{
    private readonly Dictionary<string, DraftFileHead> headOf = heads.ToDictionary(head => head.Path, StringComparer.Ordinal);

    /// <summary>By path.</summary>
    public IReadOnlyList<DraftFileHead> Files => heads;

    public IEnumerable<string> Paths => headOf.Keys;

    /// <summary>Whether a file is a picture or a video by its name.</summary>
    public static bool IsMedia(string path) => MediaKinds.Of(path) is MediaKind.Jpeg or MediaKind.Png or MediaKind.Mp4;

    public DraftFileHead? Find(string path) => headOf.GetValueOrDefault(path);

    /// <summary>The same draft with other words in one file.</summary>
    public DraftContent With(string path, byte[] bytes) => new(
        [.. heads.Select(head => string.Equals(head.Path, path, StringComparison.Ordinal) ? head with { Length = bytes.Length } : head)],
        new Dictionary<string, byte[]>(words, StringComparer.Ordinal) { [path] = bytes },
        media);

    public bool IsLink(string path) => false;

    public long LengthOf(string path) => headOf[path].Length;

    public byte[] Read(string path) => words[path];

    public MediaFinding LookAt(string path) => IsMedia(path) ? media[headOf[path].Hash] : MediaFinding.Of(words[path]);
}
