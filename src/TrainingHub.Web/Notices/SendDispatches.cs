using System.Diagnostics;
using System.Net.Mail;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Notices;

/// <summary>Sends what is due. Each is taken before it is sent: of two processes one gets it, and what fails waits longer and longer.</summary>
public sealed partial class SendDispatches(Db db, IServiceScopeFactory scopes, SmtpCarrier mail, RobotCarrier robots, ChannelSettings channels, DayClock clock, ILogger<SendDispatches> logger)
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // Longer than any sending takes: whoever still holds it then is dead.
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(3);

    /// <returns>How many went out.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (channels.IsInside)
        {
            // Nothing is ever laid out.
            return 0;
        }

        var now = clock.Now;
        var due = await db.Dispatches.AsNoTracking().Where(one => one.SentAt == null && one.GivenUpAt == null && one.DueAt <= now)
            .OrderBy(one => one.DueAt).ThenBy(one => one.Id).Select(one => one.Id).Take(MostAtOnce).ToListAsync(cancel);
        var sent = 0;
        foreach (var id in due)
        {
            sent += await SendAsync(id, cancel) ? 1 : 0;
        }

        return sent;
    }

    private async Task<bool> SendAsync(Guid id, CancellationToken cancel)
    {
        if (await ChangeAsync(id, one => one.Take(clock.Now + Hold, clock.Now), cancel) is not { } taken)
        {
            return false;
        }

        var fault = await TryAsync(taken, cancel);
        // Whatever ends the process now, what went out is noted.
        await ChangeAsync(id, one => Note(one, fault), CancellationToken.None);
        if (fault is not null)
        {
            LogFailed(logger, id, taken.Channel, taken.Tries + 1, fault);
        }

        return fault is null;
    }

    private bool Note(Dispatch dispatch, string? fault)
    {
        if (fault is null)
        {
            dispatch.Sent(clock.Now);
        }
        else
        {
            dispatch.Failed(fault, clock.Now);
        }

        return true;
    }

    /// <summary>Null when it went out, else what was wrong; no address and no key in it.</summary>
    private async Task<string?> TryAsync(Dispatch dispatch, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            await (dispatch.Channel switch
            {
                DispatchChannel.Mail => mail.SendAsync(dispatch, limit.Token),
                DispatchChannel.WeCom or DispatchChannel.DingTalk => robots.SendAsync(dispatch, limit.Token),
                _ => throw new UnreachableException(),
            });
            return null;
        }
        catch (SmtpException exception)
        {
            return $"SMTP {exception.StatusCode}";
        }
        catch (FormatException)
        {
            return "The mail address cannot be read.";
        }
        catch (JsonException)
        {
            return "The robot's answer could not be read.";
        }
        catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException)
        {
            return exception.Message;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return "No answer in time.";
        }
    }

    /// <summary>As it is after the change; null when it was not to be changed, or another process did so in the same moment.</summary>
    private async Task<Dispatch?> ChangeAsync(Guid id, Func<Dispatch, bool> change, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var inner = scope.ServiceProvider.GetRequiredService<Db>();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<Transactions>().RunAsync<Dispatch?>(async cancel =>
            {
                var dispatch = await inner.Dispatches.SingleAsync(one => one.Id == id, cancel);
                if (!change(dispatch))
                {
                    return null;
                }

                await inner.SaveChangesAsync(cancel);
                return dispatch;
            }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    [LoggerMessage(1321, LogLevel.Warning, "Dispatch {Id} by {Channel} failed for the {Tries}. time: {Fault}")]
    private static partial void LogFailed(ILogger logger, Guid id, DispatchChannel channel, int tries, string fault);
}
