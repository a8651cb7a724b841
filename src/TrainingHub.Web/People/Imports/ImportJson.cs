using System.IO.Compression;
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

    public static T Read<T>(string json) => Demand(JsonSerializer.Deserialize<T>(json, Options));

    /// <summary>None where an earlier release wrote nothing.</summary>
    public static T[] ReadAll<T>(string json) => json.Length == 0 ? [] : Read<T[]>(json);

    /// <summary>What is written of a difference in a column, up to whether there was something before.</summary>
    public static string Mark(RosterColumn column, bool isNew) => $$"""{"Column":{{column:D}},"{{(isNew ? nameof(FieldChange.New) : nameof(FieldChange.Old))}}":""";

    public static byte[] Pack<T>(T value)
    {
        var memory = new MemoryStream();
        using (var packing = new BrotliStream(memory, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(packing, value, Options);
        }

        return memory.ToArray();
    }

    public static T Unpack<T>(byte[] packed)
    {
        using var unpacking = new BrotliStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
        return Demand(JsonSerializer.Deserialize<T>(unpacking, Options));
    }

    private static T Demand<T>(T? value) => value ?? throw new InvalidOperationException($"{typeof(T).Name} expected, null found.");
}
