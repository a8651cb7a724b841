using System.Diagnostics;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using TrainingHub.Hosting;
using TrainingHub.Quizzes;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>
/// One answer in a contest, with its receipt. A hall sends thousands of them within seconds: like answers of a paper it is no controller's action. Whose it
/// is, the seat's token says and nothing else.
/// </summary>
internal sealed class ContestAnswerEndpoint(ContestWriter writer, ContestRooms rooms, KnownTokens tokens, ContestClock time, DayClock clock)
{
    public const string Route = "contests/{code}/answers";

    private const int LongestBody = 4096;

    public async Task RunAsync(HttpContext http)
    {
        // It came when all of it had come: whoever sends it bit by bit gains no time.
        var input = await ReadAsync(http);
        var moment = time.Now;
        if (!await tokens.AreValidAsync(http))
        {
            await WriteAsync(http, StatusCodes.Status400BadRequest, new { refusal = "Token" });
            return;
        }

        // From here on the answer counts, whether or not the connection lasts.
        if (await rooms.FindSeatAsync(http, (string)http.GetRouteValue("code")!, CancellationToken.None) is not var (room, seat))
        {
            await WriteAsync(http, StatusCodes.Status404NotFound, new { refusal = nameof(ContestRefusal.NoSeat) });
            return;
        }

        if (input is null)
        {
            await WriteAsync(http, StatusCodes.Status422UnprocessableEntity, new { refusal = nameof(ContestRefusal.NoSuchAnswer) });
            return;
        }

        var outcome = await writer.RunAsync(
            new ContestAction.Answer(room.Id, seat, input.Item, input.Choice ?? "", input.RoundTrip, input.Id ?? "", room.TimeOf(moment), http.RequestAborted), CancellationToken.None);
        await (outcome switch
        {
            ActionOutcome.Written(var number, var savedAt, _, var text) => WriteAsync(http, StatusCodes.Status200OK, new { number, item = input.Item, choice = text, at = clock.InZone(savedAt).Clock() }),
            ActionOutcome.Refused(ContestRefusal.NoSuchAnswer) => WriteAsync(http, StatusCodes.Status422UnprocessableEntity, new { item = input.Item, refusal = nameof(ContestRefusal.NoSuchAnswer) }),
            ActionOutcome.Refused(var why) => WriteAsync(http, StatusCodes.Status409Conflict, new { item = input.Item, refusal = why.ToString() }),
            ActionOutcome.NotFound => WriteAsync(http, StatusCodes.Status404NotFound, new { refusal = nameof(ContestRefusal.NoSeat) }),
            _ => throw new UnreachableException(),
        });
    }

    /// <summary>Null when it is no answer.</summary>
    private static async Task<Input?> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            return null;
        }

        var body = new byte[LongestBody];
        var length = await http.Request.Body.ReadAtLeastAsync(body, LongestBody, throwOnEndOfStream: false, http.RequestAborted);
        try
        {
            return length < LongestBody && JsonSerializer.Deserialize<Input>(body.AsSpan(0, length), JsonSerializerOptions.Web) is { } input && ContestEntry.IsClientId(input.Id) ? input : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(HttpContext http, int status, object answer)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(answer, JsonSerializerOptions.Web);
        var response = http.Response;
        (response.StatusCode, response.ContentType, response.ContentLength) = (status, "application/json; charset=utf-8", json.Length);
        response.Headers[HeaderNames.CacheControl] = "no-store";
        await response.Body.WriteAsync(json, http.RequestAborted);
    }

    /// <param name="Item">Number of the question.</param>
    /// <param name="Choice">Letters as displayed.</param>
    /// <param name="Id">What the client calls it.</param>
    /// <param name="RoundTrip">Milliseconds.</param>
    internal sealed record Input(int Item, string? Choice, string? Id, int RoundTrip);
}
