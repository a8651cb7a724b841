using System.Globalization;

namespace TrainingHub.Questions;

/// <summary>What is typed into one field of a question's form.</summary>
internal static class QuestionFormText
{
    /// <summary>Nothing but line ends and tabs of what cannot be seen: PostgreSQL takes no text with a zero character.</summary>
    public static string Block(string? text) =>
        string.Concat((text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Where(letter => letter is '\n' or '\t' || !char.IsControl(letter))).Trim();

    /// <summary>On one line.</summary>
    public static string Line(string? text) => string.Join(' ', Block(text).Split('\n').Select(line => line.Trim()));

    /// <summary>Line by line, without empty ones.</summary>
    public static IReadOnlyList<string> Lines(string? text) => [.. Block(text).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    /// <summary>A number as people type it, also with full-width signs; null when it is none.</summary>
    public static decimal? Number(string? typed) =>
        decimal.TryParse(Line(typed).Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>A whole number from 0; null when it is none.</summary>
    public static int? Whole(string? typed) =>
        int.TryParse(Line(typed).Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The text in a row of a list; empty where the list is shorter.</summary>
    public static string At(IReadOnlyList<string?>? list, int row) => list is not null && row < list.Count ? list[row] ?? "" : "";

    /// <summary>File, type, width and height.</summary>
    public static string Written(QuestionPicture picture) => string.Create(CultureInfo.InvariantCulture, $"{picture.File} {picture.Type} {picture.Width} {picture.Height}");

    /// <summary>Null for what <see cref="Written(QuestionPicture)"/> did not write.</summary>
    public static QuestionPicture? PictureOf(string? typed, string? alternative) =>
        Line(typed).Split(' ') is [{ Length: 64 } file, "image/png" or "image/jpeg", var width, var height] parts
            && file.All(char.IsAsciiHexDigitLower) && Whole(width) is { } across && Whole(height) is { } down
            ? new QuestionPicture(file, parts[1], across, down, Line(alternative))
            : null;

    /// <summary>A clause as a box of the form names it.</summary>
    public static string Written(Basis.OfClause clause) => $"{clause.StandardSlug}@{clause.Edition}#{clause.ClauseNumber}";

    /// <summary>Null for what <see cref="Written(Basis.OfClause)"/> did not write.</summary>
    public static Basis.OfClause? ClauseOf(string? typed) =>
        Line(typed).Split('#', 2) is [var edition, { Length: > 0 } number] && edition.Split('@', 2) is [{ Length: > 0 } slug, { Length: > 0 } name] ? new Basis.OfClause(slug, name, number) : null;
}
