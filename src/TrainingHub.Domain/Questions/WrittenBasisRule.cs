using System.Text;
using System.Text.RegularExpressions;
using TrainingHub.Standards;

namespace TrainingHub.Questions;

/// <summary>
/// Looks up a basis in free words: 《title》 or the number of a national standard, then 第…条 or a number in points. A year names the edition; without
/// one the edition of the day is meant. 中华人民共和国 may be left out of a title.
/// </summary>
public static partial class WrittenBasisRule
{
    private const string Republic = "中华人民共和国";
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Null when no edition that is known, or more than one clause, is named.</summary>
    /// <param name="words">As somebody wrote them.</param>
    /// <param name="history">All editions, to follow one into the next.</param>
    /// <param name="readable">Those that may be named to whoever asks.</param>
    /// <param name="day">On which it has to hold.</param>
    public static WrittenBasis? Find(string words, EditionHistory history, IReadOnlyCollection<StandardEdition> readable, DateOnly day)
    {
        var text = Fold(NumbersApart().Replace(words, ","));
        var clauses = ClauseIn().Matches(text);
        if (clauses.Count > 1 || FindEdition(text, clauses.Count is 0 ? text.Length : clauses[0].Index, history, readable, day) is not { } edition)
        {
            return null;
        }

        var isReplaced = history.StatusOn(edition, day) is EditionStatus.Replaced;
        if (clauses.Count is 0)
        {
            return isReplaced ? new WrittenBasis.Replaced(edition) : null;
        }

        var clause = NumbersOf(clauses[0]).Select(number => edition.Clauses.FirstOrDefault(one => one.MayBeCited && string.Equals(Fold(one.Number), number, StringComparison.Ordinal))).FirstOrDefault(one => one is not null);
        return clause is not null ? new WrittenBasis.Found(edition, clause, history.StandingOf(edition.Name, clause.Number, day))
            : isReplaced ? new WrittenBasis.Replaced(edition)
            : new WrittenBasis.ClauseMissing(edition, clauses[0].Value);
    }

    /// <summary>The edition alone that is named; null when a clause or anything else is named beside it, or no edition that is known.</summary>
    /// <param name="words">As somebody wrote them.</param>
    /// <param name="history">All editions.</param>
    /// <param name="readable">Those that may be named to whoever asks.</param>
    /// <param name="day">Whose edition is meant where none is named.</param>
    public static StandardEdition? FindEdition(string words, EditionHistory history, IReadOnlyCollection<StandardEdition> readable, DateOnly day)
    {
        var text = Fold(NumbersApart().Replace(words, ","));
        return !ClauseIn().IsMatch(text) && FindEdition(text, text.Length, history, readable, day) is { } edition && IsAlone(text, edition, history) ? edition : null;
    }

    // What is neither title nor number nor year may name a part of it in a form that is not known here: 附录A.
    private static bool IsAlone(string text, StandardEdition edition, EditionHistory history)
    {
        var (open, close) = (text.IndexOf('《', StringComparison.Ordinal), text.IndexOf('》', StringComparison.Ordinal));
        var rest = open >= 0 && close > open ? text.Remove(open, close + 1 - open) : text;
        var names = history.EditionsOf(edition.Slug).Select(one => Fold(one.Title)).SelectMany(title => new[] { title, TitleOf(title) }).Append(Fold(edition.Number));
        foreach (var name in names.Where(name => name.Length > 0))
        {
            rest = rest.Replace(name, "", StringComparison.Ordinal);
        }

        return YearWords().Replace(CodeIn().Replace(rest, ""), "").Length is 0;
    }

    private static StandardEdition? FindEdition(string text, int clauseAt, EditionHistory history, IReadOnlyCollection<StandardEdition> readable, DateOnly day)
    {
        if (CodeIn().Match(text) is { Success: true } code)
        {
            var ofCode = readable.Where(edition => CodeIn().Match(Fold(edition.Number)) is { Success: true } own && string.Equals(own.Groups["code"].Value, code.Groups["code"].Value, StringComparison.Ordinal)).ToList();
            return Choose(ofCode, code.Groups["year"].Value, history, day);
        }

        var (open, close) = (text.IndexOf('《', StringComparison.Ordinal), text.IndexOf('》', StringComparison.Ordinal));
        var title = TitleOf(open >= 0 && close > open ? text[(open + 1)..close] : text[..clauseAt]);
        var ofTitle = readable.Where(edition => string.Equals(TitleOf(Fold(edition.Title)), title, StringComparison.Ordinal)).ToList();
        return title.Length is 0 ? null : Choose(ofTitle, YearIn().Match(text[..clauseAt]).Value, history, day);
    }

    // One document; of it the edition of that year, else the one of the day.
    private static StandardEdition? Choose(List<StandardEdition> editions, string year, EditionHistory history, DateOnly day)
    {
        if (editions.Count is 0 || editions.Exists(edition => !string.Equals(edition.Slug, editions[0].Slug, StringComparison.Ordinal)))
        {
            return null;
        }

        if (year.Length > 0)
        {
            return editions.Find(edition => edition.Edition.StartsWith(year, StringComparison.Ordinal));
        }

        return history.CurrentOf(editions[0].Slug, day) is { } current && editions.Contains(current) ? current : editions[0];
    }

    // As it is written, then without what stands behind 条: 第二十八条第一款 rests on 第二十八条.
    private static IEnumerable<string> NumbersOf(Match clause)
    {
        var (number, rest) = (clause.Groups["number"].Value, clause.Groups["rest"].Value);
        if (number.Contains('.', StringComparison.Ordinal))
        {
            return [number, $"第{number}条"];
        }

        var chinese = int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) && value is > 0 and < 1000 ? InChinese(value) : number;
        return [$"第{chinese}条{rest}", $"第{chinese}条"];
    }

    private static string InChinese(int number)
    {
        var text = new StringBuilder();
        var (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        text.Append(hundreds > 0 ? $"{Digits[hundreds]}百" : "");
        text.Append((hundreds, tens, ones) switch
        {
            (_, 0, 0) => "",
            ( > 0, 0, _) => "零",
            (0, 1, _) => "十",
            (_, 0, _) => "",
            _ => $"{Digits[tens]}十",
        });
        return text.Append(ones > 0 ? Digits[ones].ToString() : "").ToString();
    }

    private static string TitleOf(string text)
    {
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        var title = (bracket > 0 && bracket > text.IndexOf('》', StringComparison.Ordinal) ? text[..bracket] : text).Trim('《', '》', '：', ':', '，', ',');
        return title.StartsWith(Republic, StringComparison.Ordinal) ? title[Republic.Length..] : title;
    }

    private static string Fold(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    [GeneratedRegex(@"第(?<number>[0-9]+(\.[0-9]+)*|[零〇一二三四五六七八九十百]+)条(?<rest>(之[一二三四五六七八九十]+)?(第?\(?[0-9一二三四五六七八九十]+\)?(款|项|目)?)*)|(?<=[》),])(?<number>[0-9]+(\.[0-9]+)+)(?![0-9.])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClauseIn();

    [GeneratedRegex(@"(?<=[0-9])\s+(?=[0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumbersApart();

    [GeneratedRegex(@"(?<code>(GB|GA|JGJ|JY|DB[0-9]*|AQ|TSG|WS|XF|CJJ)(/T)?[0-9]+(\.[0-9]+)?)([-—–](?<year>[0-9]{4}))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeIn();

    [GeneratedRegex(@"(19|20)[0-9]{2}|[0-9]{1,2}月([0-9]{1,2}日)?|第?[一二三四五六七八九十]+次|年|版|修正|修订|修改|施行|实施|发布|公布|[()\[\]【】〔〕《》:,、。;\-—–]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearWords();

    [GeneratedRegex("(19|20)[0-9]{2}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearIn();
}
