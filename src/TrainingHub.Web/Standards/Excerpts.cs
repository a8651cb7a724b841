namespace TrainingHub.Standards;

/// <summary>Cuts out of a text what stands around the words that were looked for.</summary>
internal static class Excerpts
{
    private const int Before = 20;
    private const int Length = 120;

    private static readonly ExcerptPart Left = new("……", IsFound: false);

    /// <summary>About 120 characters from a little before the first word found; from the start when none is found as it was typed.</summary>
    public static IReadOnlyList<ExcerptPart> Of(string text, string typed)
    {
        var words = WordsIn(typed);
        var first = words.Select(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase)).Where(index => index >= 0).DefaultIfEmpty(0).Min();
        var start = Math.Max(0, first - Before);
        var end = Math.Min(text.Length, start + Length);
        return
        [
            .. start > 0 ? [Left] : Array.Empty<ExcerptPart>(),
            .. Parts(text, start, end, words),
            .. end < text.Length ? [Left] : Array.Empty<ExcerptPart>(),
        ];
    }

    /// <summary>All of a title, with the words that were looked for.</summary>
    public static IEnumerable<ExcerptPart> Whole(string title, string? typed) => Parts(title, 0, title.Length, WordsIn(typed ?? ""));

    // What is typed around a word is not looked for, and so not marked.
    private static string[] WordsIn(string typed) =>
        [.. typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => string.Concat(word.SkipWhile(char.IsPunctuation).Reverse().SkipWhile(char.IsPunctuation).Reverse())).Where(word => word.Length > 0)];

    private static IEnumerable<ExcerptPart> Parts(string text, int start, int end, string[] words)
    {
        for (var position = start; position < end;)
        {
            var (next, word) = words
                .Select(word => (Index: text.IndexOf(word, position, end - position, StringComparison.OrdinalIgnoreCase), Word: word))
                .Where(found => found.Index >= 0)
                .DefaultIfEmpty((Index: end, Word: ""))
                .MinBy(found => found.Index);
            if (next > position)
            {
                yield return new ExcerptPart(text[position..next], IsFound: false);
            }

            if (word.Length > 0)
            {
                yield return new ExcerptPart(text.Substring(next, word.Length), IsFound: true);
            }

            position = next + Math.Max(word.Length, word.Length == 0 ? 1 : 0);
        }
    }
}
