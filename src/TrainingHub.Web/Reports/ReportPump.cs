using TrainingHub.Hosting;

namespace TrainingHub.Reports;

/// <summary>Counts large reports.</summary>
internal sealed class ReportPump(IServiceScopeFactory scopes, ReportSignal signal, TimeProvider time, ILogger<ReportPump> log) : RepeatedWork(scopes, time, log)
{
    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(15);

    protected override WorkSignal Signal => signal;

    protected override Task LookAsync(IServiceProvider services, CancellationToken cancel) => services.GetRequiredService<ContinueReports>().RunAsync(cancel);
}
