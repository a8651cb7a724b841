using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace TrainingHub.Contests;

/// <summary>
/// Server-sent events of a contest. Every event says how it stands as a whole, so that whoever missed some goes on with the last; its id is the number of
/// the log's entry after which it holds.
/// </summary>
public sealed class ContestFeed(IHostApplicationLifetime lifetime, ContestClock time)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Thousands who lost the same access point do not come back in the same moment, in milliseconds.</summary>
    private const int MostJitter = 5000;

    /// <summary>Ends when the reader goes, falls too far behind, or the application stops.</summary>
    /// <param name="http">The request.</param>
    /// <param name="room">The contest.</param>
    /// <param name="seat">Whose; null for the hall.</param>
    public async Task RunAsync(HttpContext http, ContestRoom room, int? seat)
    {
        var isHall = seat is null;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var response = http.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var reader = room.Listen(isHall, seat);
        try
        {
            var last = int.TryParse(http.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : -1;
            await SendAsync(response, string.Create(CultureInfo.InvariantCulture, $"retry: {500 + Random.Shared.Next(MostJitter)}\n\n"), ending.Token);
            last = await SendAsync(response, room.Now(isHall, time.Now), last, ending.Token);
            while (await HasMoreAsync(reader.Reader, response, ending.Token))
            {
                while (reader.Reader.TryRead(out var message))
                {
                    last = await SendAsync(response, message, last, ending.Token);
                }
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The reader went away, or the application stops: whoever reads on comes back.
        }
        finally
        {
            room.Leave(reader);
        }
    }

    /// <summary>Waits for a message and sends a comment whenever none came for a while; false when the reader was cut off.</summary>
    private static async Task<bool> HasMoreAsync(System.Threading.Channels.ChannelReader<FeedMessage> reader, HttpResponse response, CancellationToken cancel)
    {
        var waiting = reader.WaitToReadAsync(cancel).AsTask();
        while (true)
        {
            try
            {
                return await waiting.WaitAsync(Heartbeat, cancel);
            }
            catch (TimeoutException)
            {
                await SendAsync(response, ":\n\n", cancel);
            }
        }
    }

    /// <summary>The last id that the reader knows then.</summary>
    private static async Task<int> SendAsync(HttpResponse response, FeedMessage message, int last, CancellationToken cancel)
    {
        if (message.Id is { } id && id <= last)
        {
            return last;
        }

        var head = message.Id is { } number ? string.Create(CultureInfo.InvariantCulture, $"id: {number}\n") : "";
        await SendAsync(response, $"{head}event: {message.Event}\ndata: {message.Data}\n\n", cancel);
        return message.Id ?? last;
    }

    private static async Task SendAsync(HttpResponse response, string text, CancellationToken cancel)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
        await response.Body.FlushAsync(cancel);
    }
}
