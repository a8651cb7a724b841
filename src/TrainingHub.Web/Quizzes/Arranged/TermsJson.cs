using System.Text.Json;
using System.Text.Json.Serialization;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>How terms and prepared papers are stored. Names, not numbers, so that the log of changes can be read by people.</summary>
public static class TermsJson
{
    public const int MostCharacters = 200_000;

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(QuizTerms terms) => JsonSerializer.Serialize(terms, Options);

    public static QuizTerms Read(string text) => JsonSerializer.Deserialize<QuizTerms>(text, Options) ?? throw new InvalidOperationException("Terms are never null.");

    /// <summary>What stands in stored terms on which a question of a bank is fixed, and in no others.</summary>
    public static string FixedMark(string questionId) => $"\"{nameof(FixedQuestion.Name)}\":{JsonSerializer.Serialize(new QuestionName("", questionId), Options)}";

    public static string Write(Paper paper) => JsonSerializer.Serialize(paper.Items, Options);

    public static Paper ReadPaper(string text) => new(JsonSerializer.Deserialize<List<PaperItem>>(text, Options) ?? []);
}
