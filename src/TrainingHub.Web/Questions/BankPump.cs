using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>
/// The bank's background work: changes of many questions, step by step, which questions rest on editions that no longer hold, and
/// after the start what searches keep in memory.
/// </summary>
internal sealed class BankPump(IServiceScopeFactory scopes, BankSignal signal, BankTwins twins, BankTexts texts, StandardShelf standards, DayClock clock, TimeProvider time, ILogger<BankPump> log) : RepeatedWork(scopes, time, log)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private (EditionHistory? Editions, DateTime At) _marked;
    private bool _isPrepared;

    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(5);

    protected override WorkSignal Signal => signal;

    protected override async Task LookAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (!_isPrepared)
        {
            // A bank of a hundred thousand questions takes seconds to read: better now than while somebody waits for the first search.
            await texts.PrepareAsync(cancel);
            await twins.FindAsync([], [], cancel);
            _isPrepared = true;
        }

        while (await InScopeAsync(services, step => step.GetRequiredService<Db>().BankJobs.Where(job => job.EndedAt == null).OrderBy(job => job.StartedAt).Select(job => (Guid?)job.Id).FirstOrDefaultAsync(cancel)) is { } jobId)
        {
            await InScopeAsync(services, step => step.GetRequiredService<ChangeQuestions>().StepAsync(jobId, cancel));
        }

        // At once when an edition was published or ended; and every hour, since editions begin and end with the day and questions are written.
        var (editions, now) = (await standards.HistoryAsync(cancel), clock.Now);
        if (!ReferenceEquals(editions, _marked.Editions) || now - _marked.At >= Hour || now < _marked.At)
        {
            await InScopeAsync(services, step => step.GetRequiredService<MarkStaleQuestions>().RunAsync(cancel));
            _marked = (editions, now);
        }
    }

    private static async Task<T> InScopeAsync<T>(IServiceProvider services, Func<IServiceProvider, Task<T>> action)
    {
        await using var scope = services.CreateAsyncScope();
        return await action(scope.ServiceProvider);
    }
}
