using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Headers;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// One answer of an attempt, with its receipt. It is asked for more often than everything else together and therefore no controller's action: see
/// decision 13. Who may, the anti-forgery token and the headers are the same as everywhere.
/// </summary>
internal sealed class AnswerEndpoint(SaveAnswer save, KnownTokens tokens, DayClock clock)
{
    public const string Route = "quizzes/{slug}/attempts/{number:int}/answers/{item:int}";

    public async Task RunAsync(HttpContext http)
    {
        if (!await tokens.AreValidAsync(http))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (!http.Request.HasJsonContentType())
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        var item = NumberOf(http, "item");
        var outcome = await ReadAsync(http) is { } input
            ? await save.RunAsync(http.User.PersonId, (string)http.GetRouteValue("slug")!, NumberOf(http, "number"), item, input.Version, input.Choice, http.Device, http.RequestAborted)
            : null;
        await (outcome switch
        {
            null => WriteAsync(http, StatusCodes.Status422UnprocessableEntity, new Refused(item), AnswerJson.Default.Refused),
            SaveOutcome.Saved(var receipt) => WriteAsync(http, StatusCodes.Status200OK, Written(receipt), AnswerJson.Default.Receipt),
            SaveOutcome.Outdated(var newest) => WriteAsync(http, StatusCodes.Status409Conflict, Written(newest), AnswerJson.Default.Receipt),
            SaveOutcome.TakenOver => WriteAsync(http, StatusCodes.Status423Locked, new Elsewhere(item, TakenOver: true), AnswerJson.Default.Elsewhere),
            SaveOutcome.NotFound => NotFound(http),
            _ => throw new UnreachableException(),
        });
    }

    private Receipt Written(AnswerReceipt receipt) => new(
        receipt.Item, receipt.Version, receipt.Choice, clock.InZone(receipt.SavedAt).Clock(), receipt.IsLate, receipt.IsOpen, QuizWords.SecondsLeft(receipt.Deadline, clock.Now));

    /// <summary>Null when it is no answer.</summary>
    private static async Task<AnswerInput?> ReadAsync(HttpContext http)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.BodyReader, AnswerJson.Default.AnswerInput, http.RequestAborted) is { IsAcceptable: true } input ? input : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task WriteAsync<T>(HttpContext http, int status, T answer, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(answer, type);
        var response = http.Response;
        (response.StatusCode, response.ContentType, response.ContentLength) = (status, "application/json; charset=utf-8", json.Length);
        response.Headers[HeaderNames.CacheControl] = "no-store";
        await response.Body.WriteAsync(json, http.RequestAborted);
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    // The route takes whole numbers only.
    private static int NumberOf(HttpContext http, string name) => int.Parse((string)http.GetRouteValue(name)!, CultureInfo.InvariantCulture);

    /// <param name="SavedAt">10:42:03 in the zone.</param>
    /// <param name="SecondsLeft">To the millisecond.</param>
    internal sealed record Receipt(int Item, int Version, string Choice, string SavedAt, bool Late, bool IsOpen, double SecondsLeft);

    internal sealed record Refused(int Item);

    internal sealed record Elsewhere(int Item, bool TakenOver);
}
