namespace TrainingHub.WebTests;

/// <summary>The application's clock in tests. Stands still until a test moves it; timers fire when their time has come.</summary>
public sealed class TestClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now;
    private TimeSpan _up = TimeSpan.FromHours(1);

    /// <summary>2026-10-15 10:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Start = new(2026, 10, 15, 2, 0, 0, TimeSpan.Zero);

    public TestClock(DateTimeOffset? start = null) => _now = start ?? Start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _up.Ticks;
        }
    }

    public void Move(TimeSpan by) => MoveTo(GetUtcNow() + by);

    /// <summary>Somebody sets the clock forward or back: no time passes.</summary>
    public void Set(TimeSpan by)
    {
        lock (_lock)
        {
            _now += by;
        }
    }

    public void MoveTo(DateTimeOffset moment)
    {
        List<Timer> due;
        lock (_lock)
        {
            _up += moment > _now ? moment - _now : TimeSpan.Zero;
            _now = moment.ToUniversalTime();
            due = [.. _timers.Where(timer => timer.DueAt <= moment)];
        }

        due.ForEach(timer => timer.Fire(moment));
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        lock (_lock)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    private void Forget(Timer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class Timer(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset DueAt { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            DueAt = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + dueTime;
            return true;
        }

        public void Fire(DateTimeOffset now)
        {
            DueAt = _period == Timeout.InfiniteTimeSpan || _period == TimeSpan.Zero ? DateTimeOffset.MaxValue : now + _period;
            callback(state);
        }

        public void Dispose() => clock.Forget(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
