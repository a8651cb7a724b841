namespace TrainingHub.Quizzes;

/// <summary>Something to write that waits in the queue, and the request that waits for it.</summary>
public abstract class PendingWrite(CancellationToken cancel)
{
    protected CancellationToken Cancel { get; } = cancel;

    /// <summary>Whether nobody waits any longer: the browser will send it again.</summary>
    public bool IsAbandoned => Cancel.IsCancellationRequested;

    public abstract void Fail(Exception exception);
}

/// <typeparam name="T">What writing leads to.</typeparam>
public abstract class PendingWrite<T>(CancellationToken cancel) : PendingWrite(cancel)
{
    // The writer goes on with the next batch; whoever waits continues on a thread of their own.
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> OutcomeAsync() => _outcome.Task.WaitAsync(Cancel);

    public void Complete(T outcome) => _outcome.TrySetResult(outcome);

    public override void Fail(Exception exception) => _outcome.TrySetException(exception);
}
