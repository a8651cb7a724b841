using System.Text.Json;
using System.Text.Json.Serialization;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>How corrected keys are stored.</summary>
internal static class CorrectionJson
{
    public const int MostCharacters = 32_000;
    private static readonly JsonSerializerOptions Sparse = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Write(CorrectedKey correction) => JsonSerializer.Serialize(correction, Sparse);

    public static CorrectedKey? Read(string? text) => text is null ? null : JsonSerializer.Deserialize<CorrectedKey>(text, Sparse);
}
