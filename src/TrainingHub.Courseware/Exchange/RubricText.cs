using System.Globalization;
using System.Text.RegularExpressions;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>评分要点 as text: a line for each, with its weight in brackets at the end unless it is 1: <c>说明疏散方向（2）</c>.</summary>
internal static partial class RubricText
{
    public static string Write(IReadOnlyList<RubricLine> lines) =>
        string.Join('\n', lines.Select(line => line.Weight is 1 && !Weighted().IsMatch(line.Text) ? line.Text : $"{line.Text}（{line.Weight.ToString(CultureInfo.InvariantCulture)}）"));

    public static List<RubricLine> Read(string text)
    {
        List<RubricLine> lines = [];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var weight = Weighted().Match(line);
            lines.Add(weight.Success
                ? new RubricLine(line[..weight.Index].Trim(), int.Parse(weight.Groups["weight"].Value, CultureInfo.InvariantCulture))
                : new RubricLine(line, 1));
        }

        return lines;
    }

    [GeneratedRegex(@"[（(](?<weight>\d{1,3})分?[)）]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Weighted();
}
