using System.Globalization;
using static TrainingHub.Courseware.MarkdownEscapes;

namespace TrainingHub.Courseware;

/// <summary>A heading, the fields right below it, and the lines after the first empty one.</summary>
internal sealed class MarkdownSection
{
    private readonly List<(string Name, string Value, Place Place)> fields = [];
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly string file;
    private readonly ProblemLog log;

    public MarkdownSection(string[] lines, int start, int end, string file, ProblemLog log)
    {
        (Start, this.file, this.log) = (start, file, log);
        Title = lines[start][2..].Trim();
        var at = start + 1;
        for (; at < end && lines[at].Trim().Length > 0; at++)
        {
            ReadField(lines[at].Trim(), At(at));
        }

        Body = [.. Enumerable.Range(at, end - at).Select(line => (lines[line].Trim(), line))];
        if (Title.Length is 0)
        {
            Refuse(Place, "id-missing", ("标题里没有编号。", "The heading has no id."), ("写“# 编号”。", "Write '# id'."));
        }
    }

    /// <summary>Line of the heading, from 0.</summary>
    public int Start { get; }

    /// <summary>Still escaped.</summary>
    public string Title { get; }

    /// <summary>Trimmed, still escaped, each with its line from 0.</summary>
    public IReadOnlyList<(string Line, int At)> Body { get; }

    public Place Place => At(Start);

    /// <summary>Whether something was refused, so that the rest cannot be judged.</summary>
    public bool IsBroken { get; private set; }

    public Place At(int line) => new(file, line + 1);

    /// <summary>Null when there is none.</summary>
    public (string Value, Place Place)? Find(string name) => All(name) is [var first, ..] ? first : null;

    public IReadOnlyList<(string Value, Place Place)> All(string name)
    {
        asked.Add(name);
        return [.. fields.Where(field => string.Equals(field.Name, name, StringComparison.Ordinal)).Select(field => (field.Value, field.Place))];
    }

    /// <summary>Unescaped, without empty ones.</summary>
    public IReadOnlyList<string> List(string name) =>
        Find(name) is { } field ? [.. Split(field.Value, ';').Where(part => part.Length > 0).Select(Unescape)] : [];

    public T? Word<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Find(name) is not { } field)
        {
            Missing(name);
            return null;
        }

        if (words.TryGetValue(field.Value, out var word))
        {
            return word;
        }

        Refuse(
            field.Place,
            "word-unknown",
            ($"“{name}”写的是“{field.Value}”。", $"'{name}' is '{field.Value}'."),
            ($"从这些里选一个：{string.Join("、", words.Keys)}。", $"Choose one of: {string.Join(", ", words.Keys)}."));
        return null;
    }

    /// <summary>Both bounds included.</summary>
    public int? Number(string name, int least, int most)
    {
        if (Find(name) is not { } field)
        {
            Missing(name);
            return null;
        }

        if (int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(
            field.Place,
            "number-out-of-range",
            ($"“{name}”写的是“{field.Value}”。", $"'{name}' is '{field.Value}'."),
            ($"写{least}到{most}之间的整数。", $"Write a whole number from {least} to {most}."));
        return null;
    }

    /// <summary>These lines as they were, without empty ones at either end.</summary>
    public static string Text(IReadOnlyList<(string Line, int At)> lines)
    {
        var (first, last) = (0, lines.Count - 1);
        while (first <= last && lines[first].Line.Length is 0)
        {
            first++;
        }

        while (last >= first && lines[last].Line.Length is 0)
        {
            last--;
        }

        return string.Join('\n', lines.Skip(first).Take(last - first + 1).Select(line => Unescape(line.Line)));
    }

    public void Refuse(Place place, string code, (string Chinese, string English) what, (string Chinese, string English) mend)
    {
        IsBroken = true;
        log.Error(place, code, what, mend);
    }

    /// <summary>Call last: every field that nobody asked for is unknown.</summary>
    public void RefuseOthers()
    {
        foreach (var field in fields.Where(field => !asked.Contains(field.Name)))
        {
            Refuse(
                field.Place,
                "field-unknown",
                ($"不认识的字段“{field.Name}”。", $"Unknown field '{field.Name}'."),
                ($"可以写的字段：{string.Join("、", asked)}。", $"Known fields: {string.Join(", ", asked)}."));
        }
    }

    private void ReadField(string line, Place place)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && line[..colon].All(char.IsAsciiLetter))
        {
            fields.Add((line[..colon], line[(colon + 1)..].Trim(), place));
            return;
        }

        Refuse(
            place,
            "field-unreadable",
            ($"“{line}”不是“名称: 值”。", $"'{line}' is not 'name: value'."),
            ("标题下面先写字段，空一行，再写题干。", "Write the fields right below the heading, then an empty line, then the stem."));
    }

    private void Missing(string name) =>
        Refuse(Place, "field-missing", ($"缺少“{name}”。", $"'{name}' is missing."), ($"补上“{name}: …”。", $"Add '{name}: …'."));
}
