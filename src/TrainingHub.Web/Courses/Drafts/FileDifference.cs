using TrainingHub.Standards;

namespace TrainingHub.Courses.Drafts;

/// <summary>A file that differs between two states of a course.</summary>
/// <param name="Path">From the folder of all courses.</param>
/// <param name="Kind">Inserted, deleted, or kept with other content.</param>
/// <param name="Lines">Null for what is no text, and for what is too long to be compared.</param>
public sealed record FileDifference(string Path, DifferenceKind Kind, IReadOnlyList<DifferenceLine>? Lines)
{
    public int Inserted => Lines?.Count(line => line.Kind is DifferenceKind.Inserted) ?? 0;

    public int Deleted => Lines?.Count(line => line.Kind is DifferenceKind.Deleted) ?? 0;

    /// <summary>Whether it is a text that is too long to be compared with the others.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>Compares line by line while cells are left, and takes those away that it used.</summary>
    /// <param name="path">From the folder of all courses.</param>
    /// <param name="kind">What happened to the file.</param>
    /// <param name="old">Empty where there was none; null for a text that is too long.</param>
    /// <param name="recent">Empty where there is none; null for a text that is too long.</param>
    /// <param name="cells">Products of lines that the page may still compare.</param>
    public static FileDifference Of(string path, DifferenceKind kind, byte[]? old, byte[]? recent, ref long cells)
    {
        var difference = new FileDifference(path, kind, Lines: null);
        if (!FileText.IsText(path))
        {
            return difference;
        }

        if (old is null || recent is null)
        {
            return difference with { IsTooLong = true };
        }

        if (FileText.Of(old) is not { } before || FileText.Of(recent) is not { } after)
        {
            return difference;
        }

        cells -= Math.Max(1, LineDifference.CellsOf(before, after));
        return cells < 0 ? difference with { IsTooLong = true } : difference with { Lines = LineDifference.Of(before, after) };
    }
}
