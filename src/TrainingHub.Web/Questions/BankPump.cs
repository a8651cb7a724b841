using Microsoft.EntityFrameworkCore;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>
/// The bank's background work: changes of many questions, step by step, which questions rest on editions that no longer hold, and
/// after the start what searches keep in memory.
/// </summary>
internal sealed partial class BankPump(IServiceScopeFactory scopes, BankSignal signal, BankTwins twins, BankTexts texts, StandardShelf standards, DayClock clock, ILogger<BankPump> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private (EditionHistory? Editions, DateTime At) _marked;
    private bool _isPrepared;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken);
                await signal.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Another process took the step, somebody changed one of the questions, or the database is away for a while: look again later.
                WorkFailed(logger, exception);
                await signal.WaitAsync(Look, CancellationToken.None);
            }
        }
    }

    private async Task WorkAsync(CancellationToken cancel)
    {
        if (!_isPrepared)
        {
            // A bank of a hundred thousand questions takes seconds to read: better now than while somebody waits for the first search.
            await texts.PrepareAsync(cancel);
            await twins.FindAsync([], [], cancel);
            _isPrepared = true;
        }

        while (await InScopeAsync(services => services.GetRequiredService<Db>().BankJobs.Where(job => job.EndedAt == null).OrderBy(job => job.StartedAt).Select(job => (Guid?)job.Id).FirstOrDefaultAsync(cancel)) is { } jobId)
        {
            await InScopeAsync(services => services.GetRequiredService<ChangeQuestions>().StepAsync(jobId, cancel));
        }

        // At once when an edition was published or ended; and every hour, since editions begin and end with the day and questions are written.
        var (editions, now) = (await standards.HistoryAsync(cancel), clock.Now);
        if (!ReferenceEquals(editions, _marked.Editions) || now - _marked.At >= Hour || now < _marked.At)
        {
            await InScopeAsync(services => services.GetRequiredService<MarkStaleQuestions>().RunAsync(cancel));
            _marked = (editions, now);
        }
    }

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> action)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await action(scope.ServiceProvider);
    }

    [LoggerMessage(EventId = 450, Level = LogLevel.Warning, Message = "A step of the question bank's background work failed; it is tried again.")]
    private static partial void WorkFailed(ILogger logger, Exception exception);
}
