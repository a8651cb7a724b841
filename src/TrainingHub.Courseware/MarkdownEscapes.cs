using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TrainingHub.Courseware;

/// <summary>How any text stands in one line of a question in Markdown, and comes back as it was.</summary>
internal static partial class MarkdownEscapes
{
    /// <summary>One line: controls, line ends and white space at the ends as <c>\u000a</c>, backslashes doubled.</summary>
    public static string Escape(string text)
    {
        var line = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            var isEnd = at is 0 || at == text.Length - 1;
            if (char.IsControl(letter) || letter is '\u2028' or '\u2029' || (isEnd && char.IsWhiteSpace(letter)))
            {
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            }
            else
            {
                line.Append(letter is '\\' ? "\\\\" : letter);
            }
        }

        return line.ToString();
    }

    /// <summary>Escaped, and these characters with a backslash too.</summary>
    public static string Escape(string text, string more) =>
        string.Concat(Escape(text).Select(letter => more.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : $"{letter}"));

    /// <summary>A line of a longer text, so that it does not look like a heading, a list or a quotation.</summary>
    public static string EscapeLine(string text)
    {
        var line = Escape(text);
        if (line.Length > 0 && line[0] is '#' or '-' or '>' or '+')
        {
            return "\\" + line;
        }

        return Numbered().Match(line) is { Success: true, Length: var length } ? line[..(length - 1)] + "\\" + line[(length - 1)..] : line;
    }

    public static string Unescape(string line)
    {
        var text = new StringBuilder(line.Length);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] is not '\\' || at + 1 == line.Length)
            {
                text.Append(line[at]);
            }
            else if (line[at + 1] is 'u' && at + 5 < line.Length
                && ushort.TryParse(line.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                at += 5;
            }
            else if (line[at + 1] is not '±' && (char.IsAsciiLetterOrDigit(line[at + 1]) || line[at + 1] > '~'))
            {
                // A backslash before a letter was meant as one.
                text.Append('\\');
            }
            else
            {
                text.Append(line[++at]);
            }
        }

        return text.ToString();
    }

    /// <summary>The parts between separators that have no backslash before them, trimmed but still escaped.</summary>
    public static List<string> Split(string line, char separator)
    {
        List<string> parts = [];
        var start = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] is '\\')
            {
                at++;
            }
            else if (line[at] == separator)
            {
                parts.Add(line[start..at].Trim());
                start = at + 1;
            }
        }

        parts.Add(line[start..].Trim());
        return parts;
    }

    [GeneratedRegex(@"^[0-9]+\.", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}
