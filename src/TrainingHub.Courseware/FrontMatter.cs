namespace TrainingHub.Courseware;

/// <summary>A lesson's front matter and body.</summary>
/// <param name="Yaml">Between the two lines of hyphens; begins in line 2 of the file.</param>
/// <param name="Body">After the second line of hyphens.</param>
/// <param name="BodyStart">Line of the second line of hyphens: the body begins in the next.</param>
internal sealed record FrontMatter(string Yaml, string Body, int BodyStart)
{
    /// <summary>Null when there is no front matter, which is then in the log.</summary>
    public static FrontMatter? Split(SourceFile file, ProblemLog log)
    {
        var lines = file.Text.Split('\n');
        var end = lines[0].TrimEnd() is "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() is "---") : -1;
        if (end >= 0)
        {
            return new FrontMatter(string.Join('\n', lines[1..end]), string.Join('\n', lines[(end + 1)..]), end + 1);
        }

        log.Error(
            file.At(1),
            "front-matter-broken",
            ("文件开头的信息区没有写，或者没有结束。", "The front matter is missing or not closed."),
            ("第一行写“---”，下面写title、minutes、checks，再写一行“---”。", "Start with a line '---', then title, minutes and checks, then another line '---'."));
        return null;
    }
}
