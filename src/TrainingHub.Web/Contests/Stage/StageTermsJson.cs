using System.Text.Json;

namespace TrainingHub.Contests.Stage;

/// <summary>How the terms of stage contests are stored.</summary>
internal static class StageTermsJson
{
    public static string Write(StageTerms terms) => JsonSerializer.Serialize(terms, JsonSerializerOptions.Web);

    public static StageTerms Read(string text) => JsonSerializer.Deserialize<StageTerms>(text, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("A stage without terms.");
}
