using System.Text.RegularExpressions;

namespace TrainingHub.UnitTests.Guards;

/// <summary>Every visible word stands in both languages under a key that somebody uses.</summary>
public sealed class ResourceKeyTests
{
    private static readonly Lazy<TextFolder[]> Found = new(TextFolder.ReadAll);

    public static TheoryData<string> Names => [.. Found.Value.Select(folder => folder.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Both_languages_have_the_same_keys(string name)
    {
        var text = Of(name);

        Findings.AssertNone(text.Chinese.Keys.Except(text.English.Keys).Select(key => $"{key} is missing in English"));
        Findings.AssertNone(text.English.Keys.Except(text.Chinese.Keys).Select(key => $"{key} is missing in Chinese"));
    }

    [Theory, MemberData(nameof(Names))]
    public void No_value_is_empty(string name)
    {
        var text = Of(name);

        Findings.AssertNone(text.Chinese.Concat(text.English).Where(entry => string.IsNullOrWhiteSpace(entry.Value)).Select(entry => entry.Key));
    }

    [Theory, MemberData(nameof(Names))]
    public void Placeholders_agree(string name)
    {
        var text = Of(name);

        var different = text.Chinese.Where(entry =>
            text.English.TryGetValue(entry.Key, out var english) && !Placeholders(entry.Value).SequenceEqual(Placeholders(english)));

        Findings.AssertNone(different.Select(entry => entry.Key));
    }

    [Theory, MemberData(nameof(Names))]
    public void Keys_that_are_used_exist(string name)
    {
        var text = Of(name);

        Findings.AssertNone(text.Named.Where(use => !text.Chinese.ContainsKey(use.Key)).Select(use => $"{use.Path}: {use.Key}"));
        Findings.AssertNone(text.Patterns.Where(use => !text.Chinese.Keys.Any(use.Matches)).Select(use => $"{use.Path}: {use.Key}"));
    }

    [Theory, MemberData(nameof(Names))]
    public void Keys_that_exist_are_used(string name)
    {
        var text = Of(name);

        var unused = text.Chinese.Keys.Where(key => !text.Mentions(key) && !text.Patterns.Any(use => use.Matches(key)));

        Findings.AssertNone(unused);
    }

    [Fact]
    public void The_shell_has_texts() => Assert.Contains("HomeText", Found.Value.Select(folder => folder.Name));

    private static TextFolder Of(string name) => Found.Value.Single(folder => string.Equals(folder.Name, name, StringComparison.Ordinal));

    private static IEnumerable<string> Placeholders(string value) =>
        Regex.Matches(value, @"(?<!\{)\{(\d+)[^}]*\}").Select(found => found.Groups[1].Value).Distinct().Order();
}
