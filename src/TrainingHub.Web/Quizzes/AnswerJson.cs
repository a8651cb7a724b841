using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrainingHub.Quizzes;

/// <summary>How what the paper's script sends with an answer and gets back is read and written, made when the application is compiled.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AnswerInput))]
[JsonSerializable(typeof(AnswerEndpoint.Receipt))]
[JsonSerializable(typeof(AnswerEndpoint.Refused))]
[JsonSerializable(typeof(AnswerEndpoint.Elsewhere))]
internal sealed partial class AnswerJson : JsonSerializerContext;
