namespace TrainingHub.Quizzes;

/// <summary>An answer in the queue and the request that waits for its receipt.</summary>
public sealed class PendingAnswer(AnswerToSave answer, CancellationToken cancel)
{
    // The writer goes on with the next batch; whoever waits continues on a thread of their own.
    private readonly TaskCompletionSource<SaveOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AnswerToSave Answer { get; } = answer;

    /// <summary>Whether nobody waits any longer: the browser will send it again.</summary>
    public bool IsAbandoned => cancel.IsCancellationRequested;

    public Task<SaveOutcome> OutcomeAsync() => _outcome.Task.WaitAsync(cancel);

    public void Complete(SaveOutcome outcome) => _outcome.TrySetResult(outcome);

    public void Fail(Exception exception) => _outcome.TrySetException(exception);
}
