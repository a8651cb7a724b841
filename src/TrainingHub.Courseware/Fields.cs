using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace TrainingHub.Courseware;

/// <summary>
/// The fields of one YAML mapping. Reading a field that is missing or of another shape logs a problem and gives an empty value;
/// the reader goes on, so that all problems are found in one run.
/// </summary>
internal sealed class Fields(YamlMappingNode node, Place start, ProblemLog log)
{
    private static readonly Dictionary<string, bool> TrueFalse = new(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>The line of the mapping's first field.</summary>
    public Place Place => PlaceOf(node, start);

    public static Fields? From(YamlNode? root, Place start, ProblemLog log)
    {
        if (root is YamlMappingNode mapping)
        {
            return new Fields(mapping, start, log);
        }

        if (root is not null)
        {
            WrongShape(PlaceOf(root, start), "", "字段（名称: 值）", "fields (name: value)", log);
        }

        return null;
    }

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Whether the field is written as a list without items: <c>clauses: []</c>.</summary>
    public bool HasEmptyList(string name) => Find(name)?.Value is YamlSequenceNode { Children.Count: 0 };

    /// <summary>The line of the field; of the mapping when there is no such field.</summary>
    public Place PlaceOf(string name) => Find(name) is { Key: { } key } ? PlaceOf(key, start) : Place;

    /// <summary>A required text, trimmed; empty when missing.</summary>
    public string Text(string name)
    {
        var text = OptionalText(name);
        if (text is null && (Find(name) is null or { Value: YamlScalarNode }))
        {
            log.Error(
                PlaceOf(name),
                "field-missing",
                ($"缺少“{name}”。", $"'{name}' is missing."),
                ($"补上“{name}: …”。", $"Add '{name}: …'."));
        }

        return text ?? "";
    }

    /// <summary>The same of at most so many characters: it has to fit where it is shown.</summary>
    public string Text(string name, int most)
    {
        var text = Text(name);
        if (text.Length > most)
        {
            log.Error(
                PlaceOf(name),
                "field-too-long",
                ($"“{name}”有{text.Length:#,0}个字符，超过{most:#,0}个。", $"'{name}' has {text.Length:#,0} characters, more than {most:#,0}."),
                ("写短一些，细节放进正文。", "Write it shorter; details belong into the text."));
        }

        return text;
    }

    /// <summary>A text, trimmed; null when missing or blank.</summary>
    public string? OptionalText(string name)
    {
        switch (Find(name)?.Value)
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return string.IsNullOrWhiteSpace(scalar.Value) ? null : scalar.Value.Trim();
            default:
                WrongShape(PlaceOf(name), name, "一段文字", "a text", log);
                return null;
        }
    }

    /// <summary>A required whole number within the bounds, both included; null when missing or something else.</summary>
    public int? Number(string name, int least, int most)
    {
        var text = Text(name);
        if (text.Length is 0)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        log.Error(
            PlaceOf(name),
            "number-out-of-range",
            ($"“{name}”写的是“{text}”。", $"'{name}' is '{text}'."),
            ($"写{least}到{most}之间的整数。", $"Write a whole number from {least} to {most}."));
        return null;
    }

    /// <summary>A day as yyyy-MM-dd; null when missing or something else.</summary>
    public DateOnly? Day(string name, bool required)
    {
        var text = required ? Text(name) : OptionalText(name) ?? "";
        if (text.Length is 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        log.Error(
            PlaceOf(name),
            "date-invalid",
            ($"“{name}”写的是“{text}”，不是日期。", $"'{name}' is '{text}', which is not a date."),
            ("按“2024-06-24”的样子写。", "Write it like 2024-06-24."));
        return null;
    }

    /// <summary>A required word out of a list; null when missing or something else.</summary>
    public T? Word<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        var text = Text(name);
        if (text.Length is 0)
        {
            return null;
        }

        if (words.TryGetValue(text, out var word))
        {
            return word;
        }

        var list = string.Join("、", words.Keys);
        log.Error(
            PlaceOf(name),
            "word-unknown",
            ($"“{name}”写的是“{text}”。", $"'{name}' is '{text}'."),
            ($"从这些里选一个：{list}。", $"Choose one of: {string.Join(", ", words.Keys)}."));
        return null;
    }

    /// <summary>true or false; what is given here when missing or something else.</summary>
    public bool YesNo(string name, bool otherwise) => Has(name) ? Word(name, TrueFalse) ?? otherwise : otherwise;

    /// <summary>A required list of texts, each trimmed and with its line; blank ones are logged and left out.</summary>
    public IReadOnlyList<(string Text, Place Place)> Texts(string name)
    {
        List<(string, Place)> texts = [];
        foreach (var item in Items(name))
        {
            if (item is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
            {
                texts.Add((text.Trim(), PlaceOf(item, start)));
            }
            else
            {
                WrongShape(PlaceOf(item, start), name, "一段文字；文字里有冒号加空格时要加引号", "a text; quote it when it holds a colon and a space", log);
            }
        }

        return texts;
    }

    /// <summary>A required list of mappings; of a longer one than allowed the beginning, and the rest is logged.</summary>
    public IReadOnlyList<Fields> List(string name, int most)
    {
        var items = Items(name);
        if (items.Count > most)
        {
            log.Error(
                PlaceOf(items[most], start),
                "list-too-long",
                ($"“{name}”有{items.Count:#,0}项，超过{most:#,0}项。", $"'{name}' has {items.Count:#,0} items, more than {most:#,0}."),
                ("拆成几份。", "Split it."));
        }

        return [.. items.Take(most).Select(item => From(item, start, log)).OfType<Fields>()];
    }

    /// <summary>The mappings of a list, of which nothing is said yet.</summary>
    public IEnumerable<Fields> PeekList(string name) =>
        Find(name)?.Value is YamlSequenceNode list ? list.Children.OfType<YamlMappingNode>().Select(item => new Fields(item, start, log)) : [];

    /// <summary>A required mapping; null when missing or something else.</summary>
    public Fields? Nested(string name)
    {
        switch (Find(name)?.Value)
        {
            case YamlMappingNode mapping:
                return new Fields(mapping, start, log);
            case null or YamlScalarNode { Value: null or "" }:
                Text(name);
                return null;
            default:
                WrongShape(PlaceOf(name), name, "下一级字段", "fields of its own", log);
                return null;
        }
    }

    /// <summary>Call last: every field that nobody asked for is unknown.</summary>
    public void RefuseOthers()
    {
        foreach (var key in node.Children.Keys.Where(key => key is not YamlScalarNode { Value: { } name } || !known.Contains(name)))
        {
            log.Error(
                PlaceOf(key, start),
                "field-unknown",
                ($"不认识的字段“{key}”。", $"Unknown field '{key}'."),
                ($"可以写的字段：{string.Join("、", known)}。", $"Known fields: {string.Join(", ", known)}."));
        }
    }

    private static Place PlaceOf(YamlNode node, Place start) => start with { Line = (start.Line ?? 0) + (int)node.Start.Line };

    private static void WrongShape(Place place, string name, string wanted, string wantedEn, ProblemLog log) =>
        log.Error(
            place,
            "wrong-shape",
            ($"{(name.Length is 0 ? "这里" : $"“{name}”")}的写法不对。", $"{(name.Length is 0 ? "This" : $"'{name}'")} has the wrong shape."),
            ($"这里要写{wanted}。", $"Write {wantedEn}."));

    private List<YamlNode> Items(string name)
    {
        switch (Find(name)?.Value)
        {
            case YamlSequenceNode { Children.Count: > 0 } list:
                return [.. list.Children];
            case null or YamlSequenceNode or YamlScalarNode { Value: null or "" }:
                log.Error(
                    PlaceOf(name),
                    "field-missing",
                    ($"缺少“{name}”，或者列表是空的。", $"'{name}' is missing or empty."),
                    ($"补上“{name}”，每项一行，以“- ”开头。", $"Add '{name}', one item per line, starting with '- '."));
                return [];
            default:
                WrongShape(PlaceOf(name), name, "列表，每项以“- ”开头", "a list, each item starting with '- '", log);
                return [];
        }
    }

    private KeyValuePair<YamlNode, YamlNode>? Find(string name)
    {
        known.Add(name);
        foreach (var field in node.Children)
        {
            if (field.Key is YamlScalarNode { Value: { } key } && string.Equals(key, name, StringComparison.Ordinal))
            {
                return field;
            }
        }

        return null;
    }
}
