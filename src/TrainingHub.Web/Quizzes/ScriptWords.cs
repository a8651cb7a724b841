using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace TrainingHub.Quizzes;

/// <summary>The words that the paper's script shows, as JSON, made once for each language.</summary>
public static class ScriptWords
{
    private const string Prefix = "Script_";
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string Of(IStringLocalizer text) => Known.GetOrAdd(CultureInfo.CurrentUICulture.Name, _ => JsonSerializer.Serialize(
        text.GetAllStrings(includeParentCultures: false).Where(word => word.Name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(word => word.Name[Prefix.Length..], word => word.Value, StringComparer.Ordinal)));
}
