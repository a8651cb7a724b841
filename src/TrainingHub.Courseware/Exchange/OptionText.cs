using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Options that stand in one cell: JSON, lines, <c>A.甲|B.乙</c>, <c>A、甲 B、乙</c>, or parted by semicolons or commas.</summary>
internal static partial class OptionText
{
    public static List<string> Read(ForeignDraft draft, string cell)
    {
        if (cell.Length is 0)
        {
            return [];
        }

        if (Json(cell) is { } listed)
        {
            return Bare(listed);
        }

        foreach (var parting in (char[])['\n', '|', '｜'])
        {
            if (cell.Contains(parting, StringComparison.Ordinal))
            {
                return Bare(cell.Split(parting));
            }
        }

        if (Lettered(cell) is { } lettered)
        {
            return lettered;
        }

        if (cell.AsSpan().ContainsAny(';', '；'))
        {
            return Bare(cell.Split(';', '；'));
        }

        var parts = Bare(cell.Split(',', '，', '、'));
        if (parts.Count > 1)
        {
            draft.Note(ForeignFault.OptionsSplitByComma, cell);
        }

        return parts;
    }

    /// <summary>Without A、 A. A． (A) before them, where all have it in the order of the letters.</summary>
    public static List<string> Bare(IEnumerable<string> options)
    {
        List<string> texts = [.. options.Select(ForeignDraft.Clean)];
        while (texts is [.., ""])
        {
            texts.RemoveAt(texts.Count - 1);
        }

        return texts.Count > 0 && texts.Index().All(option => Prefix().Match(option.Item) is { Success: true } prefix && LetterOf(prefix) == option.Index)
            ? [.. texts.Select(option => option[Prefix().Match(option).Length..].Trim())]
            : texts;
    }

    private static int LetterOf(Match prefix) => char.ToUpperInvariant(prefix.Groups["letter"].Value.Normalize(NormalizationForm.FormKC)[0]) - 'A';

    private static List<string>? Lettered(string cell)
    {
        List<(int At, int Length)> marks = [];
        foreach (var mark in Inline().Matches(cell).Where(mark => LetterOf(mark) == marks.Count))
        {
            marks.Add((mark.Index, mark.Length));
        }

        return marks is [(0, _), _, ..]
            ? [.. marks.Select((mark, index) => ForeignDraft.Clean(cell[(mark.At + mark.Length)..(index + 1 < marks.Count ? marks[index + 1].At : cell.Length)]).TrimEnd(',', '，', ';', '；'))]
            : null;
    }

    private static List<string>? Json(string cell)
    {
        if (cell.TrimStart()[0] is not ('[' or '{'))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(cell, new JsonDocumentOptions { MaxDepth = 6 });
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Array => [.. json.RootElement.EnumerateArray().Select(Word)],
                JsonValueKind.Object => [.. json.RootElement.EnumerateObject().OrderBy(option => option.Name, StringComparer.Ordinal).Select(option => Word(option.Value))],
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Word(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString() ?? "",
        JsonValueKind.Object when element.TryGetProperty("content", out var content) || element.TryGetProperty("text", out content) => content.ToString(),
        _ => element.ToString(),
    };

    [GeneratedRegex(@"^\s*[（(]?(?<letter>[A-La-lＡ-Ｌ])\s*[)）、.．:：,，]\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(?<=^|[\s,，;；。])[（(]?(?<letter>[A-LＡ-Ｌ])\s*[)）、.．:：]\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inline();
}
