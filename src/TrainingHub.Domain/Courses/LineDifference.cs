using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>
/// Which lines were deleted and inserted to make one text of another; a deletion stands before the insertion that takes its place. What differs
/// between equal beginnings and ends is compared line by line as long as the product of its lengths is below four million, else as a whole.
/// </summary>
public static class LineDifference
{
    private const long MostCells = 4_000_000;

    /// <summary>What comparing costs: the product of what differs between equal beginnings and ends, in lines.</summary>
    public static long CellsOf(string before, string after)
    {
        var (old, recent) = (Lines(before), Lines(after));
        var (start, end) = Ends(old, recent);
        return (long)(old.Length - start - end) * (recent.Length - start - end);
    }

    /// <summary>All lines in reading order. Line ends CRLF and LF are the same here.</summary>
    public static IReadOnlyList<DifferenceLine> Of(string before, string after)
    {
        var (old, recent) = (Lines(before), Lines(after));
        var (start, end) = Ends(old, recent);
        var lines = new List<DifferenceLine>(Math.Max(old.Length, recent.Length));
        lines.AddRange(Enumerable.Range(0, start).Select(at => new DifferenceLine(DifferenceKind.Kept, old[at], at + 1, at + 1)));
        AddMiddle(lines, old[..^end], recent[..^end], start);
        lines.AddRange(Enumerable.Range(0, end).Select(at => new DifferenceLine(DifferenceKind.Kept, old[^(end - at)], old.Length - end + at + 1, recent.Length - end + at + 1)));
        return lines;
    }

    /// <summary>How many lines are equal at the beginning and, beyond those, at the end.</summary>
    private static (int Start, int End) Ends(string[] old, string[] recent)
    {
        var most = Math.Min(old.Length, recent.Length);
        var (start, end) = (0, 0);
        while (start < most && AreEqual(old[start], recent[start]))
        {
            start++;
        }

        while (end < most - start && AreEqual(old[^(end + 1)], recent[^(end + 1)]))
        {
            end++;
        }

        return (start, end);
    }

    private static void AddMiddle(List<DifferenceLine> lines, string[] old, string[] recent, int start)
    {
        var isTooLong = (long)(old.Length - start) * (recent.Length - start) > MostCells;
        var common = isTooLong ? null : CommonLengths(old, recent, start);
        var (i, j) = (start, start);
        while (i < old.Length || j < recent.Length)
        {
            if (common is not null && i < old.Length && j < recent.Length && AreEqual(old[i], recent[j]))
            {
                lines.Add(new DifferenceLine(DifferenceKind.Kept, old[i], ++i, ++j));
            }
            else if (i < old.Length && (j == recent.Length || common is null || common[i + 1 - start, j - start] >= common[i - start, j + 1 - start]))
            {
                lines.Add(new DifferenceLine(DifferenceKind.Deleted, old[i], ++i, null));
            }
            else
            {
                lines.Add(new DifferenceLine(DifferenceKind.Inserted, recent[j], null, ++j));
            }
        }
    }

    private static int[,] CommonLengths(string[] old, string[] recent, int start)
    {
        var lengths = new int[old.Length - start + 1, recent.Length - start + 1];
        for (var i = old.Length - 1; i >= start; i--)
        {
            for (var j = recent.Length - 1; j >= start; j--)
            {
                lengths[i - start, j - start] = AreEqual(old[i], recent[j])
                    ? lengths[i + 1 - start, j + 1 - start] + 1
                    : Math.Max(lengths[i + 1 - start, j - start], lengths[i - start, j + 1 - start]);
            }
        }

        return lengths;
    }

    private static string[] Lines(string text) => text.Length is 0 ? [] : text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');

    private static bool AreEqual(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
