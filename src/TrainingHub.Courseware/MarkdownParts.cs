using System.Globalization;
using System.Text.RegularExpressions;
using TrainingHub.Questions;
using static TrainingHub.Courseware.MarkdownEscapes;

namespace TrainingHub.Courseware;

/// <summary>The body of a question in Markdown: stem, list and explanation.</summary>
internal sealed partial class MarkdownParts
{
    private readonly List<(string, int)> stem = [];
    private readonly List<string> options = [];
    private readonly List<string> targets = [];
    private readonly List<int> right = [];
    private readonly List<int> pairs = [];
    private readonly List<Zone> zones = [];
    private readonly List<RubricLine> rubric = [];
    private readonly List<string> explanation = [];
    private readonly MarkdownSection section;
    private readonly QuestionKind kind;
    private bool isAfterStem;

    public MarkdownParts(MarkdownSection section, QuestionKind kind)
    {
        (this.section, this.kind) = (section, kind);
        foreach (var (line, at) in section.Body)
        {
            Take(line, at);
        }
    }

    public IReadOnlyList<(string Line, int At)> Stem => stem;

    public IReadOnlyList<string> Options => options;

    public IReadOnlyList<string> Targets => targets;

    public IReadOnlyList<int> Right => right;

    public IReadOnlyList<int> Pairs => pairs;

    public IReadOnlyList<Zone> Zones => zones;

    public IReadOnlyList<RubricLine> Rubric => rubric;

    public string Explanation => string.Join('\n', explanation);

    private void Take(string line, int at)
    {
        if (line is ['>', .. var words])
        {
            isAfterStem = true;
            explanation.Add(Unescape(words.Trim()));
        }
        else if (line.StartsWith("- ", StringComparison.Ordinal))
        {
            isAfterStem = true;
            TakeOption(line[2..].Trim(), at);
        }
        else if (line.StartsWith("+ ", StringComparison.Ordinal))
        {
            isAfterStem = true;
            TakeRubric(line[2..].Trim(), at);
        }
        else if (Numbered().Match(line) is { Success: true, Length: var length })
        {
            isAfterStem = true;
            (kind is QuestionKind.Matching ? targets : options).Add(Unescape(line[length..].Trim()));
        }
        else if (!isAfterStem)
        {
            stem.Add((line, at));
        }
        else if (line.Length > 0)
        {
            Refuse(at);
        }
    }

    private void TakeOption(string line, int at)
    {
        if (kind is QuestionKind.Matching)
        {
            TakePair(line, at);
            return;
        }

        if (line is not ['[', (' ' or 'x' or 'X') and var mark, ']', .. var words])
        {
            Refuse(at);
            return;
        }

        if (mark is not ' ')
        {
            right.Add(options.Count);
        }

        if (kind is QuestionKind.Hotspot)
        {
            TakePlace(words.Trim(), at);
        }
        else
        {
            options.Add(Unescape(words.Trim()));
        }
    }

    private void TakePair(string line, int at)
    {
        var arrow = line.LastIndexOf("=>", StringComparison.Ordinal);
        if (arrow >= 0 && int.TryParse(line[(arrow + 2)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            options.Add(Unescape(line[..arrow].Trim()));
            pairs.Add(number - 1);
        }
        else
        {
            Refuse(at);
        }
    }

    private void TakePlace(string line, int at)
    {
        var open = line.LastIndexOf('{');
        if (open >= 0 && line[^1] is '}' && ZoneText.Read(line[(open + 1)..^1]) is { } zone)
        {
            options.Add(Unescape(line[..open].Trim()));
            zones.Add(zone);
        }
        else
        {
            Refuse(at);
        }
    }

    private void TakeRubric(string line, int at)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && int.TryParse(line[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var weight))
        {
            rubric.Add(new RubricLine(Unescape(line[space..].Trim()), weight));
        }
        else
        {
            Refuse(at);
        }
    }

    private void Refuse(int at) => section.Refuse(
        section.At(at),
        "line-unreadable",
        ("这一行与题型不符，或者题干写在了选项后面。", "This line does not fit the kind, or stands after the options though it belongs to the stem."),
        kind switch
        {
            QuestionKind.Matching => ("每项写“- 文字 => 序号”，对象写“1. 文字”。", "Write items as '- text => number', targets as '1. text'."),
            QuestionKind.Hotspot => ("每个位置写“- [x] 名称 {100,100 300,100 300,200}”。", "Write places as '- [x] name {100,100 300,100 300,200}'."),
            QuestionKind.Ordering => ("步骤按正确的顺序写“1. 文字”。", "Write steps in the right order as '1. text'."),
            QuestionKind.Written => ("评分要点写“+ 分量 文字”。", "Write lines of the rubric as '+ weight text'."),
            _ => ("选项写“- [x] 文字”或者“- [ ] 文字”，解析每行以“> ”开头。", "Write options as '- [x] text' or '- [ ] text', and begin each line of the explanation with '> '."),
        });

    [GeneratedRegex(@"^[0-9]+\. ", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}
