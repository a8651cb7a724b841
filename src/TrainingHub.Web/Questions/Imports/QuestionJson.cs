using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TrainingHub.Courseware.Exchange;

namespace TrainingHub.Questions.Imports;

/// <summary>How questions of a file and what is wrong with them lie in the database.</summary>
internal static class QuestionJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        // Chinese as it is: a third of the size. It never leaves the database as it stands.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static ForeignQuestion Question(string json) => Read<ForeignQuestion>(json);

    public static IReadOnlyList<ForeignProblem> Problems(string json) => Read<ForeignProblem[]>(json);

    /// <summary>What stands in <see cref="QuestionImportRow.Problems"/> of each question with this fault, and in no other.</summary>
    public static string Mark(ForeignFault fault) => FormattableString.Invariant($"\"Fault\":{(int)fault},");

    public static ForeignReading.Refused? Refusal(string? json) => json is null ? null : Read<ForeignReading.Refused>(json);

    /// <summary>The first rows of a table, for a person to say what its columns are.</summary>
    public static byte[] Columns(ForeignReading.ColumnsUnknown unknown) =>
        JsonSerializer.SerializeToUtf8Bytes(unknown with { Rows = [.. unknown.Rows.Select(row => new TableRow(row.Sheet, row.Number, [.. row.Cells.Select(cell => cell.Length <= 200 ? cell : cell[..200])]))] }, Options);

    public static ForeignReading.ColumnsUnknown? Columns(byte[]? json) => json is null ? null : JsonSerializer.Deserialize<ForeignReading.ColumnsUnknown>(json, Options);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidOperationException($"{typeof(T).Name} expected, null found.");
}
