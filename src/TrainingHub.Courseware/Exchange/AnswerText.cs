using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Answers in all the ways that tables have them.</summary>
internal static partial class AnswerText
{
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "正确", "对", "是", "√", "✓", "✔", "T", "TRUE", "Y", "YES", "RIGHT" };
    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "错误", "错", "否", "不对", "不正确", "×", "✗", "✘", "X", "F", "FALSE", "N", "NO", "WRONG" };
    private static readonly char[] Separators = [',', '，', '、', ';', '；', '|', '/', ' ', '\n'];

    /// <summary>Whether two options are nothing but the words of a true/false question, in this order.</summary>
    public static bool IsTrueFalse(string yes, string no) => Yes.Contains(Fold(yes)) && No.Contains(Fold(no));

    /// <summary>Whether it is but a letter that names an option.</summary>
    public static bool IsLetter(string text) => Fold(text) is [(>= 'A' and <= 'L') or (>= 'a' and <= 'l')] and not ("F" or "f");

    /// <summary>0 for true, 1 for false; null when it is neither.</summary>
    /// <param name="text">As written.</param>
    /// <param name="options">What A and B mean where the question has options; empty: true and false.</param>
    public static int? TrueFalse(string text, IReadOnlyList<string> options)
    {
        var folded = Fold(Bare(text)).Trim('[', ']', '【', '】');
        if (folded.Length is 1 && folded[0] is 'A' or 'B' or 'a' or 'b')
        {
            var place = char.ToUpperInvariant(folded[0]) - 'A';
            return place < options.Count && Yes.Contains(Fold(options[place])) ? 0
                : place < options.Count && No.Contains(Fold(options[place])) ? 1
                : place;
        }

        return Yes.Contains(folded) || folded is "1" ? 0
            : No.Contains(folded) || folded is "2" or "0" ? 1
            : null;
    }

    /// <summary>Whether a number could as well be the place of an option that says the contrary: 1 where the first option is 错误.</summary>
    public static bool IsAmbiguous(string text, IReadOnlyList<string> options) =>
        Fold(Bare(text)) is "1" or "2" && options is [var first, var second] && No.Contains(Fold(first)) && Yes.Contains(Fold(second));

    /// <summary>Places from 0 in the order written, repeated ones too; null when it cannot be understood.</summary>
    public static IReadOnlyList<int>? Places(string text, IReadOnlyList<string> options)
    {
        text = Circled().Replace(Bare(text), mark => new string((char)('A' + mark.Value[0] - '①'), 1));
        if (text.TrimStart().StartsWith('['))
        {
            return JsonPlaces(text, options);
        }

        // Words first: an option that is itself called 1 or CO. A letter alone names an option.
        if (PlaceOf(text, options) is { } whole && (!IsLetters(text) || Fold(text).Length > 1))
        {
            return [whole];
        }

        var parts = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length > 1 && Array.TrueForAll(parts, part => Fold(part).Length > 1 && PlaceOf(part, options) is not null))
        {
            return [.. parts.Select(part => PlaceOf(part, options)).OfType<int>()];
        }

        if (IsLetters(text))
        {
            return [.. Fold(text).Where(char.IsAsciiLetter).Select(letter => char.ToUpperInvariant(letter) - 'A')];
        }

        if (Array.TrueForAll(parts, part => part.Length is 1 or 2 && part.All(char.IsAsciiDigit)))
        {
            return [.. parts.Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture) - 1)];
        }

        List<int?> named = [.. text.Split([';', '；', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => PlaceOf(part, options))];
        if (named.Count > 0 && named.TrueForAll(place => place is not null))
        {
            return [.. named.OfType<int>()];
        }

        named = [.. parts.Select(part => PlaceOf(part, options))];
        return named.Count > 0 && named.TrueForAll(place => place is not null) ? [.. named.OfType<int>()] : null;
    }

    /// <summary>Full- and half-width as one, no white space, none of the marks that only set an answer off.</summary>
    public static string Fold(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter) && letter is not ('。' or '.' or '"' or '(' or ')')));

    private static bool IsLetters(string text)
    {
        var folded = text.Normalize(NormalizationForm.FormKC);
        return folded.Any(char.IsAsciiLetter) && folded.All(letter => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'l') || Separators.Contains(letter) || letter is '.' or '。' or '(' or ')' or '和' or '及' or '与' or '&' or '+');
    }

    private static int[]? JsonPlaces(string text, IReadOnlyList<string> options)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 4 });
            List<int> places = [];
            foreach (var element in json.RootElement.EnumerateArray())
            {
                var word = element.ValueKind is JsonValueKind.String ? element.GetString() ?? "" : element.GetRawText();
                var found = PlaceOf(word, options) ?? (Places(word.TrimStart('['), options) is [var only] ? only : null);
                if (found is not { } place)
                {
                    return null;
                }

                places.Add(place);
            }

            return [.. places];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static int? PlaceOf(string text, IReadOnlyList<string> options)
    {
        var folded = Fold(text);
        for (var place = 0; place < options.Count; place++)
        {
            if (folded.Length > 0 && string.Equals(Fold(options[place]), folded, StringComparison.OrdinalIgnoreCase))
            {
                return place;
            }
        }

        // A.甲: the letter with the words that belong to it.
        return Named().Match(text.Normalize(NormalizationForm.FormKC)) is { Success: true } named && char.ToUpperInvariant(named.Groups["letter"].Value[0]) - 'A' is var at && at < options.Count
            && string.Equals(Fold(options[at]), Fold(named.Groups["words"].Value), StringComparison.OrdinalIgnoreCase)
                ? at
                : null;
    }

    // 答案：A, 选项A, （A）.
    private static string Bare(string text) => Label().Replace(text, "").Trim();

    [GeneratedRegex(@"^\s*((正确|标准|参考)?答案\s*[:：]|(选项|option)(?=\s*[A-La-lＡ-Ｌ]\s*$))\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();

    [GeneratedRegex("[①-⑫]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Circled();

    [GeneratedRegex(@"^\s*(?<letter>[A-La-l])\s*[.、:)]\s*(?<words>.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
