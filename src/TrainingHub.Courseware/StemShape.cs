using System.Text;

namespace TrainingHub.Courseware;

/// <summary>A stem reduced to its letters and digits, as the set of its three-character pieces.</summary>
internal sealed class StemShape
{
    private readonly HashSet<string> pieces;

    private StemShape(HashSet<string> pieces) => this.pieces = pieces;

    public static StemShape Of(string stem)
    {
        var plain = string.Concat(stem.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit));
        return new StemShape(plain.Length < 3
            ? [plain]
            : [.. Enumerable.Range(0, plain.Length - 2).Select(start => plain.Substring(start, 3))]);
    }

    /// <summary>Whether the common pieces are 90 % of all or more (Jaccard).</summary>
    public bool IsNearly(StemShape other)
    {
        var (fewer, more) = pieces.Count < other.pieces.Count ? (pieces, other.pieces) : (other.pieces, pieces);
        if (fewer.Count * 10 < more.Count * 9)
        {
            return false;
        }

        var common = fewer.Count(more.Contains);
        return common * 10 >= (fewer.Count + more.Count - common) * 9;
    }
}
