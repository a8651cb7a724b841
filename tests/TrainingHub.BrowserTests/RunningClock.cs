namespace TrainingHub.BrowserTests;

/// <summary>A clock that runs as fast as the machine's but starts on 2026-10-15 at 10:00 in Shanghai: the demo world's figures belong to that autumn.</summary>
internal sealed class RunningClock : TimeProvider
{
    private TimeSpan _ahead = new DateTimeOffset(2026, 10, 15, 2, 0, 0, TimeSpan.Zero) - System.GetUtcNow();

    /// <summary>Lets time pass that a person would need and a test does not.</summary>
    public void Skip(TimeSpan time) => _ahead += time;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
