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

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidOperationException($"{typeof(T).Name} expected, null found.");
}
