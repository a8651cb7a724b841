using System.Diagnostics;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>
/// 依据 in one line, as it travels in a tag or a cell: <c>clause:slug@edition#number</c>, <c>statement:slug@edition#text</c>,
/// <c>document:title@area#text</c> (without <c>@area</c> where it is not local). In slug, title and area the signs % @ # are written %25 %40 %23.
/// </summary>
public static class BasisText
{
    private const int LongestTitle = 200;
    private const int LongestStatement = 1000;

    public static string Write(Basis basis) => basis switch
    {
        Basis.OfClause clause => $"clause:{Escape(clause.StandardSlug)}@{Escape(clause.Edition)}#{clause.ClauseNumber}",
        Basis.OfStatement said => $"statement:{Escape(said.StandardSlug)}@{Escape(said.Edition)}#{said.Statement}",
        Basis.OfDocument { Area: null } document => $"document:{Escape(document.Document)}#{document.Statement}",
        Basis.OfDocument { Area: { } area } document => $"document:{Escape(document.Document)}@{Escape(area)}#{document.Statement}",
        _ => throw new UnreachableException(),
    };

    /// <summary>All that a key rests on, a line for each.</summary>
    public static string Write(QuestionKey key) => string.Join('\n', key.Bases.Select(Write));

    /// <summary>What <see cref="Write(QuestionKey)"/> wrote, taken apart: several lines only where each is a clause.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 1 } lines && lines.All(line => ReadClause(line) is not null) ? lines : [text];

    /// <summary>The clauses of the second and every further line, each once and never that of the first.</summary>
    public static IReadOnlyList<Basis.OfClause> ReadMore(string text) =>
        [.. Lines(text).Select(ReadClause).OfType<Basis.OfClause>().Distinct().Skip(1).Take(QuestionKey.MostMoreClauses)];

    /// <summary>Whether it is written as above, not in free words.</summary>
    public static bool IsExact(string text) => ReadExact(Lines(text)[0]) is not null;

    /// <summary>Free words are a document, named by what stands in 《》; null when there is nothing.</summary>
    public static Basis? Read(string text) => text.Length is 0 ? null : ReadExact(Lines(text)[0]) ?? ReadFree(text);

    /// <summary>A clause written as above; null for everything else.</summary>
    public static Basis.OfClause? ReadClause(string text) => ReadExact(text) as Basis.OfClause;

    private static Basis? ReadExact(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        if (colon < 0 || hash < colon || hash == text.Length - 1)
        {
            return null;
        }

        var (name, said) = (text[(colon + 1)..hash].Split('@'), text[(hash + 1)..].Trim());
        return (text[..colon], name) switch
        {
            ("clause", [{ Length: > 0 and <= 80 } slug, { Length: > 0 and <= 40 } edition]) when said.Length <= 80 => new Basis.OfClause(Unescape(slug), Unescape(edition), said),
            ("statement", [{ Length: > 0 and <= 80 } slug, { Length: > 0 and <= 40 } edition]) when said.Length <= LongestStatement => new Basis.OfStatement(Unescape(slug), Unescape(edition), said),
            ("document", [{ Length: > 0 and <= LongestTitle } title]) when said.Length <= LongestStatement => new Basis.OfDocument(Unescape(title), null, said),
            ("document", [{ Length: > 0 and <= LongestTitle } title, { Length: > 0 and <= 80 } area]) when said.Length <= LongestStatement => new Basis.OfDocument(Unescape(title), Unescape(area), said),
            _ => null,
        };
    }

    private static Basis.OfDocument ReadFree(string text)
    {
        var (open, close) = (text.IndexOf('《', StringComparison.Ordinal), text.IndexOf('》', StringComparison.Ordinal));
        var title = open >= 0 && close > open + 1 ? text[(open + 1)..close] : text.Split('\n')[0];
        return new Basis.OfDocument(Cut(title, LongestTitle), null, Cut(text, LongestStatement));
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static string Escape(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("@", "%40", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal);

    private static string Unescape(string text) =>
        text.Replace("%23", "#", StringComparison.Ordinal).Replace("%40", "@", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}
