namespace TrainingHub.Quizzes.Regrades;

/// <summary>Wakes the worker of this process; others find the work by looking every few seconds.</summary>
public sealed class RegradeSignal : IDisposable
{
    private readonly SemaphoreSlim _work = new(0);

    public void Wake() => _work.Release();

    /// <summary>Waits for work, at most so long.</summary>
    public async Task WaitAsync(TimeSpan most, CancellationToken cancel)
    {
        await _work.WaitAsync(most, cancel);
        while (await _work.WaitAsync(TimeSpan.Zero, cancel))
        {
            // Several calls are one reason to look.
        }
    }

    public void Dispose() => _work.Dispose();
}
