using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TrainingHub.Quizzes;

/// <summary>
/// 答题链: the answer log of an attempt with a hash for each entry that covers the entry before it, so that nothing can be taken out, put in or
/// changed without every later hash changing. Entries that count come first, by time; what came late follows, so that the head that was kept
/// when the attempt was handed in stays what it was.
/// </summary>
public static class AnswerChain
{
    /// <summary>An entry with its place in the chain.</summary>
    /// <param name="Number">From 1.</param>
    /// <param name="Hash">Lowercase hexadecimal SHA-256 over the hash before and the entry.</param>
    public sealed record Link(int Number, AnswerEntry Entry, string Hash);

    /// <summary>The chain of one attempt, in whatever order its log is read.</summary>
    public static IReadOnlyList<Link> Of(Guid attemptId, IEnumerable<AnswerEntry> log)
    {
        var links = new List<Link>();
        var hash = HashOf($"attempt {attemptId}");
        foreach (var entry in log.OrderBy(entry => entry.IsLate).ThenBy(entry => entry.SavedAt).ThenBy(entry => entry.Item).ThenBy(entry => entry.Version))
        {
            hash = HashOf(string.Create(CultureInfo.InvariantCulture,
                $"{hash}\n{entry.Item} {entry.Version} {(entry.IsLate ? "late" : "counts")} {entry.SavedAt.Ticks / TimeSpan.TicksPerMicrosecond}\n{entry.Choice.Length} {entry.Choice}"));
            links.Add(new Link(links.Count + 1, entry, hash));
        }

        return links;
    }

    /// <summary>The hash of the last entry that counts; of an attempt without answers that of the attempt alone.</summary>
    public static string HeadOf(Guid attemptId, IEnumerable<AnswerEntry> log) =>
        Of(attemptId, log.Where(entry => !entry.IsLate)) is [.., var last] ? last.Hash : HashOf($"attempt {attemptId}");

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
