using TrainingHub.Hosting;

namespace TrainingHub.Quizzes;

/// <summary>Looks for papers that are not in the statistics of their questions yet. Another process may count the same papers: then one of them tries again.</summary>
public sealed class ItemCounts(IServiceScopeFactory scopes, TimeProvider time, ILogger<ItemCounts> log) : RepeatedWork(scopes, time, log)
{
    protected override TimeSpan Pause { get; } = TimeSpan.FromMinutes(1);

    protected override bool LooksAtStart => false;

    protected override async Task LookAsync(IServiceProvider services, CancellationToken cancel)
    {
        var hasMore = true;
        while (hasMore)
        {
            await using var step = services.CreateAsyncScope();
            hasMore = await step.ServiceProvider.GetRequiredService<CountItems>().RunAsync(cancel);
            // Answers of people who sit at a quiz now go first.
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }
    }
}
