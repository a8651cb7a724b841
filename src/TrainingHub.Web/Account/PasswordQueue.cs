using System.Diagnostics;

namespace TrainingHub.Account;

/// <summary>
/// Checking a password takes a core some fifty milliseconds, on purpose. So many checks run at a time that one core is left for everything else:
/// when thousands sign in at the same bell, answers are saved as quickly as ever. The rest wait, first come first served; when the wait would be
/// longer than people stay, the next ones are told so at once. While other requests wait for a core, each check lets them go first for a moment.
/// </summary>
public sealed class PasswordQueue : IDisposable
{
    /// <summary>At each seat; about twenty seconds of work.</summary>
    private const int MostWaitingEach = 400;

    /// <summary>Of each check; several times what a check takes, so that signing in costs a small part of a machine that is full.</summary>
    private static readonly TimeSpan LongestCourtesy = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim _seats;
    private readonly int _most;
    private readonly Func<bool> _othersWait;
    private int _inside;

    public PasswordQueue()
        : this(Math.Max(1, Environment.ProcessorCount - 1), MostWaitingEach, () => ThreadPool.PendingWorkItemCount > 2 * Environment.ProcessorCount)
    {
    }

    /// <param name="seats">How many checks run at a time.</param>
    /// <param name="mostWaitingEach">How many may wait for each seat.</param>
    /// <param name="othersWait">Whether other requests wait for a core.</param>
    public PasswordQueue(int seats, int mostWaitingEach, Func<bool> othersWait)
    {
        _seats = new SemaphoreSlim(seats);
        _most = seats * (1 + mostWaitingEach);
        _othersWait = othersWait;
    }

    /// <summary>When to come again after a refusal, in seconds.</summary>
    public const int RetryAfterSeconds = 15;

    /// <summary>Waits for a seat; dispose the answer to free it. Null: too many are waiting.</summary>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancel)
    {
        if (Interlocked.Increment(ref _inside) > _most)
        {
            Interlocked.Decrement(ref _inside);
            return null;
        }

        try
        {
            await _seats.WaitAsync(cancel);
        }
        catch
        {
            Interlocked.Decrement(ref _inside);
            throw;
        }

        var seat = new Seat(this);
        try
        {
            await LetOthersGoFirstAsync(cancel);
            return seat;
        }
        catch
        {
            seat.Dispose();
            throw;
        }
    }

    private async ValueTask LetOthersGoFirstAsync(CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        while (_othersWait() && Stopwatch.GetElapsedTime(since) < LongestCourtesy)
        {
            await Task.Delay(Glance, cancel);
        }
    }

    public void Dispose() => _seats.Dispose();

    private sealed class Seat(PasswordQueue queue) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                Interlocked.Decrement(ref queue._inside);
                queue._seats.Release();
            }
        }
    }
}
