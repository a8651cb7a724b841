using System.Threading.Channels;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>
/// The one way answers are written, and papers started and handed in: a bounded queue in front of the database. A full queue makes callers
/// wait; nothing is dropped.
/// </summary>
public sealed class AnswerWriter(AnswerStore store, RushHour rush) : BackgroundService
{
    private readonly Channel<PendingWrite> _queue = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(2048) { FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Saves an answer; comes back only after COMMIT.</summary>
    public async Task<SaveOutcome> SaveAsync(AnswerToSave answer, CancellationToken cancel)
    {
        rush.Note();
        var pending = new PendingAnswer(answer, cancel);
        await _queue.Writer.WriteAsync(pending, cancel);
        return await pending.OutcomeAsync();
    }

    /// <summary>Writes rows in one transaction, see <see cref="PendingRows"/>; comes back only after COMMIT.</summary>
    public async Task<bool> WriteAsync(IReadOnlyList<RowCommand> commands, Attempt? locked, CancellationToken cancel)
    {
        var pending = new PendingRows(commands, locked, cancel);
        await _queue.Writer.WriteAsync(pending, cancel);
        return await pending.OutcomeAsync();
    }

    /// <summary>Writes what is still queued before the process ends.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } work)
        {
            await work.WaitAsync(cancellationToken);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => store.RunAsync(_queue.Reader);
}
