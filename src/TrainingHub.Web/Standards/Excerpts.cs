namespace TrainingHub.Standards;

/// <summary>Cuts out of a text what stands around the words that were looked for.</summary>
internal static class Excerpts
{
    private const int Before = 20;
    private const int Length = 120;

    /// <summary>About 120 characters from a little before the first word found; from the start when none is found as it was typed.</summary>
    public static IReadOnlyList<ExcerptPart> Of(string text, string typed)
    {
        var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var first = words.Select(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase)).Where(index => index >= 0).DefaultIfEmpty(0).Min();
        var start = Math.Max(0, first - Before);
        var end = Math.Min(text.Length, start + Length);
        var parts = new List<ExcerptPart>();
        if (start > 0)
        {
            parts.Add(new ExcerptPart("……", IsFound: false));
        }

        for (var position = start; position < end;)
        {
            var (next, word) = words
                .Select(word => (Index: text.IndexOf(word, position, end - position, StringComparison.OrdinalIgnoreCase), Word: word))
                .Where(found => found.Index >= 0)
                .DefaultIfEmpty((Index: end, Word: ""))
                .MinBy(found => found.Index);
            if (next > position)
            {
                parts.Add(new ExcerptPart(text[position..next], IsFound: false));
            }

            if (word.Length > 0)
            {
                parts.Add(new ExcerptPart(text.Substring(next, word.Length), IsFound: true));
            }

            position = next + Math.Max(word.Length, word.Length == 0 ? 1 : 0);
        }

        if (end < text.Length)
        {
            parts.Add(new ExcerptPart("……", IsFound: false));
        }

        return parts;
    }
}
