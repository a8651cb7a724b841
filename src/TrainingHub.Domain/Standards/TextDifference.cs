using System.Text;

namespace TrainingHub.Standards;

/// <summary>
/// What was deleted and inserted to make one text of another, character by character; a deletion stands before the insertion that takes its place.
/// Equal beginnings and ends are kept; where the product of what lies between passes one million characters, that is given as one deletion and one insertion.
/// </summary>
public static class TextDifference
{
    private const long MostCells = 1_000_000;

    /// <summary>The pieces in reading order. Kept and inserted ones together are the new text, kept and deleted ones the old.</summary>
    public static IReadOnlyList<TextPart> Of(string before, string after)
    {
        var (old, recent) = (before.EnumerateRunes().ToArray(), after.EnumerateRunes().ToArray());
        var pieces = new Pieces();
        var start = old.AsSpan().CommonPrefixLength(recent);
        var end = CommonEnd(old.AsSpan(start), recent.AsSpan(start));
        pieces.Add(DifferenceKind.Kept, old.AsSpan(0, start));
        AddMiddle(pieces, old[start..^end], recent[start..^end]);
        pieces.Add(DifferenceKind.Kept, old.AsSpan(old.Length - end));
        return pieces.Parts;
    }

    private static int CommonEnd(ReadOnlySpan<Rune> old, ReadOnlySpan<Rune> recent)
    {
        var end = 0;
        while (end < old.Length && end < recent.Length && old[^(end + 1)] == recent[^(end + 1)])
        {
            end++;
        }

        return end;
    }

    private static void AddMiddle(Pieces pieces, Rune[] old, Rune[] recent)
    {
        if ((long)old.Length * recent.Length > MostCells)
        {
            pieces.Add(DifferenceKind.Deleted, old);
            pieces.Add(DifferenceKind.Inserted, recent);
            return;
        }

        var lengths = CommonLengths(old, recent);
        var (i, j) = (0, 0);
        while (i < old.Length || j < recent.Length)
        {
            if (i < old.Length && j < recent.Length && old[i] == recent[j])
            {
                pieces.Add(DifferenceKind.Kept, old[i]);
                i++;
                j++;
            }
            else if (i < old.Length && (j == recent.Length || lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                pieces.Add(DifferenceKind.Deleted, old[i++]);
            }
            else
            {
                pieces.Add(DifferenceKind.Inserted, recent[j++]);
            }
        }
    }

    /// <summary>Length of the longest common subsequence of what is left from each pair of places on.</summary>
    private static int[,] CommonLengths(Rune[] old, Rune[] recent)
    {
        var lengths = new int[old.Length + 1, recent.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = recent.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = old[i] == recent[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private sealed class Pieces
    {
        private readonly List<TextPart> parts = [];

        public IReadOnlyList<TextPart> Parts => parts;

        public void Add(DifferenceKind kind, params ReadOnlySpan<Rune> runes)
        {
            var text = new StringBuilder();
            foreach (var rune in runes)
            {
                text.Append(rune.ToString());
            }

            if (text.Length == 0)
            {
                return;
            }

            if (parts.Count > 0 && parts[^1].Kind == kind)
            {
                parts[^1] = parts[^1] with { Text = parts[^1].Text + text };
            }
            else
            {
                parts.Add(new TextPart(kind, text.ToString()));
            }
        }
    }
}
