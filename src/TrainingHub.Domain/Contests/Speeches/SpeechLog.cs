using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TrainingHub.Contests.Speeches;

/// <summary>
/// Everything that the ranking of a speech contest is made from, with numbers in place of people: weights, entries that take part, and every turn of every
/// sheet. <see cref="Replay"/> computes the ranking again, and the digest says what it was.
/// </summary>
/// <param name="Weights">Of the criteria in their order, whole percents that add up to 100.</param>
/// <param name="DropFrom">As <see cref="SpeechTerms.DropFrom"/>.</param>
/// <param name="Entries">Numbers of those that take part.</param>
/// <param name="Sheets">All turns.</param>
/// <param name="Digest">Of the ranking that was told: lowercase hexadecimal SHA-256.</param>
public sealed record SpeechLog(IReadOnlyList<int> Weights, int DropFrom, IReadOnlyList<int> Entries, IReadOnlyList<SpeechLog.Sheet> Sheets, string Digest)
{
    /// <summary>By rank; entries that nobody scored stand last, without one.</summary>
    /// <exception cref="ArgumentException">A sheet has not one score for each criterion.</exception>
    public IReadOnlyList<Line> Replay()
    {
        List<SpeechCriterion> criteria = [.. Weights.Select((weight, at) => new SpeechCriterion($"{at + 1}", weight))];
        var totals = Sheets.Where(sheet => sheet.Counts).GroupBy(sheet => (sheet.Entry, sheet.Judge)).Select(turns => turns.MaxBy(turn => turn.Turn)).OfType<Sheet>()
            .ToLookup(sheet => sheet.Entry, sheet => SpeechCriterion.TotalOf(criteria, sheet.Scores));
        return Ranked(Entries.Select(entry => (entry, SpeechScore.Of([.. totals[entry]], DropFrom))));
    }

    /// <summary>Whether the ranking computed again is the one that was told.</summary>
    public bool IsProven(IEnumerable<Line> replayed) => string.Equals(DigestOf(replayed), Digest, StringComparison.Ordinal);

    /// <summary>Entries by rank, of equals the lower number first; those without a score last.</summary>
    public static IReadOnlyList<Line> Ranked(IEnumerable<(int Entry, SpeechScore? Score)> entries)
    {
        var all = entries.ToList();
        var ranked = Ranks.Of(all.Where(one => one.Score is not null), (one, other) => one.Score is { } first && other.Score is { } second ? SpeechScore.InOrder(first, second) : 0);
        return [.. ranked.Select(one => new Line(one.Row.Entry, one.Row.Score, one.Rank)).OrderBy(line => line.Rank).ThenBy(line => line.Entry), .. all.Where(one => one.Score is null).OrderBy(one => one.Entry).Select(one => new Line(one.Entry, null, null))];
    }

    /// <summary>Over every line in the order of the numbers.</summary>
    public static string DigestOf(IEnumerable<Line> lines)
    {
        var text = new StringBuilder("speech ranking 1\n");
        foreach (var line in lines.OrderBy(line => line.Entry))
        {
            text.Append(CultureInfo.InvariantCulture, $"{line.Entry} {line.Rank ?? 0} {line.Score?.Sum ?? 0} {line.Score?.Count ?? 0} {line.Score?.WholeSum ?? 0} {line.Score?.WholeCount ?? 0}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <param name="Entry">Its number.</param>
    /// <param name="Judge">From 1.</param>
    /// <param name="Turn">From 1; the last one counts.</param>
    /// <param name="Scores">Whole points in the order of the criteria.</param>
    /// <param name="Counts">False of a judge who has left, where it was decided so.</param>
    public sealed record Sheet(int Entry, int Judge, int Turn, IReadOnlyList<int> Scores, bool Counts);

    /// <param name="Entry">Its number.</param>
    /// <param name="Score">Null where nobody has scored.</param>
    /// <param name="Rank">From 1; null where nobody has scored.</param>
    public sealed record Line(int Entry, SpeechScore? Score, int? Rank);
}
