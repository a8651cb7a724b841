namespace TrainingHub.Hosting;

/// <summary>Wakes work that this process does in the background; other processes find it by looking from time to time.</summary>
public abstract class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim _work = new(0);

    /// <summary>Calls for a look at once. Several calls are one reason to look.</summary>
    public void Wake() => _work.Release();

    /// <summary>Waits for a call, at most so long.</summary>
    public async Task WaitAsync(TimeSpan most, CancellationToken cancel)
    {
        await _work.WaitAsync(most, cancel);
        while (await _work.WaitAsync(TimeSpan.Zero, cancel))
        {
            // Calls that came while the last look went on.
        }
    }

    public void Dispose()
    {
        _work.Dispose();
        GC.SuppressFinalize(this);
    }
}
