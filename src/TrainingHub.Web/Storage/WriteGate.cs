namespace TrainingHub.Storage;

/// <summary>
/// SQLite has one writer. Everybody in this process who writes waits here, first come first served, from BEGIN IMMEDIATE to COMMIT;
/// so nobody meets SQLITE_BUSY and nobody starves. PostgreSQL does not use it.
/// </summary>
public sealed class WriteGate
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private bool _taken;

    /// <summary>Waits for the turn; dispose the answer to pass it on.</summary>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancel)
    {
        TaskCompletionSource? turn = null;
        lock (_lock)
        {
            if (_taken)
            {
                turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Enqueue(turn);
            }
            else
            {
                _taken = true;
            }
        }

        if (turn is not null)
        {
            await using (cancel.Register(() => turn.TrySetCanceled(cancel)))
            {
                await turn.Task;
            }
        }

        return new Turn(this);
    }

    private void Leave()
    {
        lock (_lock)
        {
            // Whoever gave up waiting has a cancelled task: TrySetResult passes over it.
            while (_waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult())
                {
                    return;
                }
            }

            _taken = false;
        }
    }

    private sealed class Turn(WriteGate gate) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                gate.Leave();
            }
        }
    }
}
