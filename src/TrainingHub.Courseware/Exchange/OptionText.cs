using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Options that stand in one cell: JSON, lines, <c>A.甲|B.乙</c>, <c>A、甲 B、乙</c>, or parted by semicolons or commas.</summary>
internal static partial class OptionText
{
    private static readonly string[] Names = ["content", "text", "value", "option", "title", "name", "label", "desc", "description"];

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

        // {A:甲,B:乙} is no JSON, but meant so.
        cell = cell is ['{' or '[', .., '}' or ']'] && Lettered(cell[1..^1].Trim()) is not null ? cell[1..^1].Trim() : cell;

        foreach (var parting in (char[])['\n', '|', '｜'])
        {
            if (cell.Contains(parting, StringComparison.Ordinal))
            {
                return Bare(cell.Split(parting));
            }
        }

        if ((Lettered(cell) ?? Joined(cell)) is { } lettered)
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

    private static int LetterOf(Match prefix) => prefix.Groups["letter"].Value[0] switch
    {
        >= '①' and <= '⑫' and var circled => circled - '①',
        var letter => char.ToUpperInvariant(new string(letter, 1).Normalize(NormalizationForm.FormKC)[0]) - 'A',
    };

    // A. …, a. … and ① …: within an option of one kind the others are its words.
    private static int StyleOf(Match mark) => mark.Groups["letter"].Value[0] switch
    {
        >= 'a' and <= 'z' => 1,
        >= '①' and <= '⑫' => 2,
        _ => 0,
    };

    private static List<string>? Lettered(string cell)
    {
        List<(int At, int Length)> marks = [];
        var style = -1;
        foreach (var mark in Inline().Matches(cell).Where(mark => LetterOf(mark) == marks.Count && (style < 0 || StyleOf(mark) == style)))
        {
            style = StyleOf(mark);
            marks.Add((mark.Index, mark.Length));
        }

        return marks is [(0, _), _, ..]
            ? [.. marks.Select((mark, index) => ForeignDraft.Clean(cell[(mark.At + mark.Length)..(index + 1 < marks.Count ? marks[index + 1].At : cell.Length)]).TrimEnd(',', '，', ';', '；'))]
            : null;
    }

    // A.甲B.乙C.丙: nothing between them but the letters, all of which are in their order.
    private static List<string>? Joined(string cell)
    {
        List<Match> marks = [.. Tight().Matches(cell).AsEnumerable()];
        return marks is [{ Index: 0 }, _, ..] && marks.Index().All(mark => LetterOf(mark.Item) == mark.Index)
            ? [.. marks.Select((mark, index) => ForeignDraft.Clean(cell[(mark.Index + mark.Length)..(index + 1 < marks.Count ? marks[index + 1].Index : cell.Length)]))]
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
            using var json = JsonDocument.Parse(Quoted().IsMatch(cell) ? cell.Replace('\'', '"') : cell, new JsonDocumentOptions { MaxDepth = 6, AllowTrailingCommas = true });
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
        JsonValueKind.Object => Worded(element),
        _ => element.ToString(),
    };

    // {"key":"A","value":"甲"}: what is longer than a letter is the option, whatever it is called.
    private static string Worded(JsonElement option)
    {
        List<string> words = [.. Names
            .Select(name => option.TryGetProperty(name, out var found) && found.ValueKind is JsonValueKind.String or JsonValueKind.Number ? found.ToString() : "").Where(word => word.Length > 0)];
        return words.Find(word => !AnswerText.IsLetter(word)) ?? words.FirstOrDefault() ?? option.ToString();
    }

    [GeneratedRegex(@"^\s*\[\s*'[^'""]*'(\s*,\s*'[^'""]*')*\s*,?\s*\]\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s*([（(【\[]?(?<letter>[A-La-lＡ-Ｌ])\s*[)）】\]、.．:：,，]+|(?<letter>[①-⑫])[、.．:：]?)\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(?<![A-Za-zＡ-Ｚ])(?<letter>[A-LＡ-Ｌ])\s*[、.．]\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tight();

    [GeneratedRegex(@"((?<=^|[\s,，;；。])(?<letter>[A-La-lＡ-Ｌ])\s*[)）、.．:：]|[（(【](?<letter>[A-LＡ-Ｌ])\s*[)）】][、.．:：]?|(?<letter>[①-⑫])[、.．:：]?)\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inline();
}
