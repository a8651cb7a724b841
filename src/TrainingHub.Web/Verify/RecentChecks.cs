using System.Diagnostics;
using System.Threading.RateLimiting;

namespace TrainingHub.Verify;

/// <summary>
/// The checks of one network address within the longest of several windows, which slide. The framework's limiters have a clock of their own that
/// no test can move; this one asks the application's.
/// </summary>
internal sealed class RecentChecks(TimeProvider time, IReadOnlyList<(int Most, TimeSpan Window)> limits) : RateLimiter
{
    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _taken = [];
    private readonly TimeSpan _longest = limits.Max(limit => limit.Window);

    // By the machine's own clock, which the framework goes by: one that was just made or asked for is in use, whatever the application's clock says.
    private long _askedAt = Stopwatch.GetTimestamp();

    /// <summary>Not null once nothing counts any more: then the framework may forget the address, some seconds after it was last asked for.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_lock)
            {
                Forget(time.GetUtcNow());
                return _taken.Count == 0 ? Stopwatch.GetElapsedTime(_askedAt) : null;
            }
        }
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            _askedAt = Stopwatch.GetTimestamp();
            Forget(now);
            var wait = limits.Max(limit => WaitOf(limit.Most, limit.Window, now));
            if (wait > TimeSpan.Zero)
            {
                return new Lease(wait);
            }

            _taken.Enqueue(now);
            return new Lease(null);
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => ValueTask.FromResult(AttemptAcquireCore(permitCount));

    /// <summary>How long until the window has room: until the oldest of its last so many checks leaves it.</summary>
    private TimeSpan WaitOf(int most, TimeSpan window, DateTimeOffset now) =>
        _taken.Count < most ? TimeSpan.Zero : _taken.ElementAt(_taken.Count - most) + window - now;

    private void Forget(DateTimeOffset now)
    {
        while (_taken.TryPeek(out var oldest) && oldest + _longest <= now)
        {
            _taken.Dequeue();
        }
    }

    private sealed class Lease(TimeSpan? wait) : RateLimitLease
    {
        public override bool IsAcquired => wait is null;

        public override IEnumerable<string> MetadataNames => wait is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = wait;
            return wait is not null && string.Equals(metadataName, MetadataName.RetryAfter.Name, StringComparison.Ordinal);
        }
    }
}
