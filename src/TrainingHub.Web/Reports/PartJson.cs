using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrainingHub.Reports;

/// <summary>Parts of reports as they are stored.</summary>
internal static class PartJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write<T>(T part) => JsonSerializer.Serialize(part, Options);

    /// <summary>Null where there was nothing to count.</summary>
    public static T? ReadOrNull<T>(string content) where T : class => JsonSerializer.Deserialize<T>(content, Options);
}
