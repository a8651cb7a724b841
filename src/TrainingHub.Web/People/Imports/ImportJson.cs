using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrainingHub.People.Imports;

/// <summary>How rows, differences and decisions are written into the database.</summary>
internal static class ImportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        // Chinese as it is: a third of the size. It never leaves the database as it stands.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new InvalidOperationException($"{typeof(T).Name} expected, null found.");
}
