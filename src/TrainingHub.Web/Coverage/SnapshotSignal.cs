namespace TrainingHub.Coverage;

/// <summary>Wakes whoever freezes periods.</summary>
public sealed class SnapshotSignal : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    public void Wake()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    /// <summary>Waits until woken.</summary>
    public Task WaitAsync(CancellationToken cancel) => _signal.WaitAsync(cancel);

    public void Dispose() => _signal.Dispose();
}
