using System.Text.RegularExpressions;

namespace TrainingHub.UnitTests.Guards;

/// <summary>Rules of the house that the compiler does not know.</summary>
public sealed class SourceRuleTests
{
    /// <summary>Commits many people's answers at a time, behind the same write gate.</summary>
    private const string BatchWriter = "src/TrainingHub.Web/Quizzes/SqliteAnswers.cs";

    [Fact]
    public void Only_Transactions_begins_and_ends_transactions() =>
        AssertNowhere(
            Sources(".cs"), @"\bBeginTransaction(Async)?\b|\bCommitAsync\b|\.Commit\(\)|\bUseTransaction(Async)?\b|\bTransactionScope\b",
            except: ["src/TrainingHub.Web/Storage/Transactions.cs", BatchWriter]);

    [Fact]
    public void Time_comes_from_TimeProvider() =>
        AssertNowhere(Sources(".cs", ".cshtml"), @"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bTimeProvider\.System\b", except: ["src/TrainingHub.Web/Storage/StorageFeature.cs"]);

    [Fact]
    public void Nobody_waits_by_blocking() =>
        AssertNowhere(Sources(".cs", ".cshtml"), @"\.GetAwaiter\(\)\.GetResult\(\)|\.Wait\(|\bTask\.WaitAll\(|(?<=(?:Async\([^;\n]*\)|[tT]ask))\.Result\b|\basync void\b|\bThread\.Sleep\b");

    [Fact]
    public void Nothing_is_left_to_do() =>
        AssertNowhereInText(Sources(".cs", ".cshtml", ".js"), @"\b(TODO|FIXME|HACK|XXX)\b");

    [Fact]
    public void Views_carry_no_inline_style_or_script() =>
        AssertNowhereInText(Sources(".cshtml"), """\sstyle\s*=|<style\b|<script(?![^>]*\bsrc=)|\son[a-z]+\s*=\s*"|javascript:|<base\b""");

    [Fact]
    public void Tag_helpers_and_modules_write_no_inline_style() =>
        AssertNowhereInText(Sources(".cs", ".js"), """\sstyle=\\?"|setAttribute\(\s*['"]style|Attributes\.SetAttribute\("style"|insertAdjacentHTML|document\.write|\beval\(|new Function\(""");

    [Fact]
    public void Pages_fetch_nothing_from_elsewhere() =>
        AssertNowhereInText(Sources(".cshtml", ".css", ".js"), """(?:src|action)\s*=\s*"(?:https?:)?//|url\(\s*['"]?(?:https?:)?//|@import url|from\s+['"]https?:""");

    [Fact]
    public void Icons_of_the_views_are_in_the_sprite()
    {
        var icons = File.ReadLines(Path.Combine(Repository.Root, "src/TrainingHub.Web/npm/icons.txt")).ToHashSet();

        var missing =
            from file in Sources(".cshtml", ".cs")
            from Match icon in Regex.Matches(file.Text, """<icon\s[^>]*?name="([a-z0-9-]+)"|icons\.svg#([a-z0-9-]+)""")
            let name = icon.Groups[1].Success ? icon.Groups[1].Value : icon.Groups[2].Value
            where !icons.Contains(name)
            select $"{file.Path}: {name}";

        Findings.AssertNone(missing);
    }

    [Fact]
    public void Modules_that_pages_name_exist()
    {
        var missing =
            from file in Sources(".cshtml", ".js")
            from Match named in Regex.Matches(file.Text, """src="~/(js/[^"]+)"|from\s+'\./([^']+)'""")
            let path = named.Groups[1].Success ? named.Groups[1].Value : $"js/{named.Groups[2].Value}"
            where !File.Exists(Path.Combine(Repository.Root, "src/TrainingHub.Web/wwwroot", path))
            select $"{file.Path}: {path}";

        Findings.AssertNone(missing);
    }

    private static IEnumerable<SourceText> Sources(params string[] extensions) => Repository.Files("src", extensions);

    private static void AssertNowhere(IEnumerable<SourceText> files, string pattern, params string[] except) => Findings.AssertNone(
        from file in files
        where !except.Contains(file.Path)
        from Match found in Regex.Matches(file.Code, pattern)
        select $"{file.Path}:{file.LineOf(found.Index)}: {found.Value}");

    private static void AssertNowhereInText(IEnumerable<SourceText> files, string pattern) => Findings.AssertNone(
        from file in files
        from Match found in Regex.Matches(file.Text, pattern)
        select $"{file.Path}:{file.Text.AsSpan(0, found.Index).Count('\n') + 1}: {found.Value.Trim()}");
}
