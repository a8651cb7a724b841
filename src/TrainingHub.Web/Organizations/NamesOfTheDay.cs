using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>Runs <see cref="RefreshNames"/> at the start and at each turn of the day.</summary>
internal sealed partial class NamesOfTheDay(IServiceScopeFactory scopes, DayClock clock, TimeProvider time, ILogger<NamesOfTheDay> log) : RepeatedWork(scopes, time, log)
{
    private readonly ILogger _log = log;
    private DateOnly? _done;

    protected override TimeSpan Pause { get; } = TimeSpan.FromMinutes(1);

    protected override async Task LookAsync(IServiceProvider services, CancellationToken cancel)
    {
        var today = clock.Today;
        if (_done != today)
        {
            var changed = await services.GetRequiredService<RefreshNames>().RunAsync(cancel);
            LogRefreshed(_log, changed);
            _done = today;
        }
    }

    [LoggerMessage(110, LogLevel.Information, "{Changed} organizations bear another name from today on.")]
    private static partial void LogRefreshed(ILogger log, int changed);
}
