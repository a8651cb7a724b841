using System.Text.RegularExpressions;

namespace TrainingHub.UnitTests.Guards;

/// <param name="Path">From the root of the repository, with slashes.</param>
internal sealed partial record SourceText(string Path, string Text)
{
    /// <summary>The feature folder, the first below the project; null for files that lie beside the project file.</summary>
    public string? Folder => Path.Split('/') is [_, _, var folder, _, ..] ? folder : null;

    public string Name => Path.Split('/')[^1];

    /// <summary>The text without comments and without the content of string literals.</summary>
    public string Code => field ??= CommentsAndStrings().Replace(Text, found =>
        found.Value[0] == '/' || found.Value.StartsWith("@*", StringComparison.Ordinal) ? new string('\n', found.Value.Count(c => c == '\n')) : "\"\"");

    /// <summary>The number of the line in which a character of <see cref="Code"/> stands, from 1.</summary>
    public int LineOf(int index) => Code.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex("//[^\n]*|/\\*[\\s\\S]*?\\*/|@\\*[\\s\\S]*?\\*@|\"{3}[\\s\\S]*?\"{3}|@\"(?:[^\"]|\"\")*\"|\"(?:\\\\.|[^\"\\\\\n])*\"")]
    private static partial Regex CommentsAndStrings();
}
