using TrainingHub.Standards;

namespace TrainingHub.Courses.Drafts;

/// <summary>A file that differs between two states of a course.</summary>
/// <param name="Path">From the folder of all courses.</param>
/// <param name="Kind">Inserted, deleted, or kept with other content.</param>
/// <param name="Lines">Null for what is no text.</param>
public sealed record FileDifference(string Path, DifferenceKind Kind, IReadOnlyList<DifferenceLine>? Lines)
{
    public int Inserted => Lines?.Count(line => line.Kind is DifferenceKind.Inserted) ?? 0;

    public int Deleted => Lines?.Count(line => line.Kind is DifferenceKind.Deleted) ?? 0;

    public static IReadOnlyList<FileDifference> Of(IReadOnlyDictionary<string, byte[]> before, IReadOnlyDictionary<string, byte[]> after) =>
    [
        .. from path in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
           let old = before.GetValueOrDefault(path)
           let recent = after.GetValueOrDefault(path)
           where old is null || recent is null || !old.AsSpan().SequenceEqual(recent)
           select new FileDifference(path, old is null ? DifferenceKind.Inserted : recent is null ? DifferenceKind.Deleted : DifferenceKind.Kept, LinesOf(path, old ?? [], recent ?? [])),
    ];

    private static IReadOnlyList<DifferenceLine>? LinesOf(string path, byte[] old, byte[] recent) =>
        FileText.IsText(path) && FileText.Of(old) is { } before && FileText.Of(recent) is { } after ? LineDifference.Of(before, after) : null;
}
