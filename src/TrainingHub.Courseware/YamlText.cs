using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace TrainingHub.Courseware;

/// <summary>Parses one YAML document into nodes that know their lines.</summary>
internal static class YamlText
{
    // Course files need three levels. Far beyond that, the parser's own recursion would end the process.
    private const int DeepestLevel = 16;

    // Part of the parser's message, and what it comes from; the first that fits is said.
    private static readonly (string Part, string Reason)[] Reasons =
    [
        ("found invalid mapping", "上一行缺少冒号，或者这一行多了冒号"),
        ("mapping values are not allowed", "这一行多了冒号，或者缩进不对"),
        ("could not find expected ':'", "缺少冒号"),
        ("did not find expected key", "缩进不齐，或者缺少名称"),
        ("did not find expected '-'", "同一列的“-”没有对齐"),
        ("quoted scalar", "引号没有成对"),
        ("flow sequence", "方括号没有成对，或者缺少逗号"),
        ("flow mapping", "花括号没有成对，或者缺少逗号"),
        ("cannot start any token", "有不能用在开头的符号，例如制表符、@或者`"),
        ("duplicate key", "同一个名称写了两次"),
    ];

    /// <summary>The root node; null when the text is broken or empty, which is then in the log.</summary>
    /// <param name="text">The document.</param>
    /// <param name="start">Place of the line before the document's first one.</param>
    /// <param name="log">Takes what is broken.</param>
    public static YamlNode? Parse(string text, Place start, ProblemLog log)
    {
        try
        {
            if (!IsPlain(text, start, log))
            {
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: var root }])
            {
                return root;
            }

            log.Error(
                start with { Line = (start.Line ?? 0) + 1 },
                "yaml-documents",
                ("文件是空的，或者含有不止一份YAML文档。", "The file is empty or holds more than one YAML document."),
                ("一个文件只写一份内容，中间不要有“---”行。", "Write one document per file, without '---' lines in between."));
        }
        catch (YamlException exception)
        {
            if (FirstTab(text) is { } line)
            {
                log.Error(
                    start with { Line = (start.Line ?? 0) + line },
                    "yaml-tab",
                    ("这一行用制表符（Tab）缩进，YAML读不了。", "This line is indented with a tab, which YAML cannot read."),
                    ("把行首的制表符换成空格。", "Use spaces in the place of the tab."));
                return null;
            }

            var message = exception.Message.TrimEnd('.');
            log.Error(
                start with { Line = (start.Line ?? 0) + Math.Max(1, (int)exception.Start.Line) },
                "yaml-broken",
                ($"YAML写法有误：{InChinese(message)}。", $"The YAML is broken: {message}."),
                ("检查这一行和上一行的缩进、冒号、括号和引号；含有冒号加空格或者以符号开头的文字要加引号。",
                    "Check indentation, colons, brackets and quotes here and in the line above; quote texts that hold a colon and a space or start with a symbol."));
        }

        return null;
    }

    /// <summary>The first line, counted from 1, that begins with a tab among its spaces. The parser names the line before it, and another cause.</summary>
    private static int? FirstTab(string text)
    {
        var at = Array.FindIndex(text.Split('\n'), line => line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).Contains('\t') && !string.IsNullOrWhiteSpace(line));
        return at < 0 ? null : at + 1;
    }

    /// <summary>The parser speaks English only: what authors get wrong most is said in their language, the rest in general terms.</summary>
    private static string InChinese(string message) =>
        Reasons.FirstOrDefault(known => message.Contains(known.Part, StringComparison.OrdinalIgnoreCase)).Reason ?? "读到这一行读不下去";

    private static bool IsPlain(string text, Place start, ProblemLog log)
    {
        var parser = new Parser(new StringReader(text));
        var level = 0;
        while (MoveNext(parser))
        {
            var current = parser.Current;
            level += current?.NestingIncrease ?? 0;
            if (level > DeepestLevel + 2 || current is AnchorAlias)
            {
                log.Error(
                    start with { Line = (start.Line ?? 0) + (int)(current?.Start.Line ?? 1) },
                    "yaml-not-plain",
                    ("这里用了别名（*）或者嵌套太深。", "An alias (*) or too deep nesting is used here."),
                    ("把内容直接写出来。", "Write the content out plainly."));
                return false;
            }
        }

        return true;
    }

    // An open bracket at the end of a text makes the parser fail with an exception of another kind.
    private static bool MoveNext(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (InvalidOperationException exception)
        {
            var mark = parser.Current?.Start ?? Mark.Empty;
            throw new YamlException(mark, mark, "a bracket or brace is not closed", exception);
        }
    }
}
