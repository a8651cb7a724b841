using System.Collections.Concurrent;
using TrainingHub.Courseware.Media;

namespace TrainingHub.Courses.Drafts;

/// <summary>What was found in pictures and videos, by the hash of their bytes: a preview after each word typed must not read a video again.</summary>
public sealed class MediaFindings
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<string, MediaFinding> found = new(StringComparer.Ordinal);

    /// <param name="hash">SHA-256 of the bytes, lowercase hexadecimal.</param>
    /// <param name="read">The bytes themselves; asked for once only.</param>
    public async Task<MediaFinding> LookAtAsync(string hash, Func<Task<byte[]>> read)
    {
        if (found.TryGetValue(hash, out var known))
        {
            return known;
        }

        if (found.Count >= Most)
        {
            found.Clear();
        }

        // Bytes that were replaced since their hash was read must not be remembered under it.
        var finding = MediaFinding.Of(await read());
        return string.Equals(finding.Hash, hash, StringComparison.Ordinal) ? found.GetOrAdd(hash, finding) : finding;
    }
}
