using TrainingHub.Hosting;

namespace TrainingHub.Sessions;

/// <summary>Writes the records of large sessions that are being closed.</summary>
internal sealed class ClosingPump(IServiceScopeFactory scopes, ClosingSignal signal, TimeProvider time, ILogger<ClosingPump> log) : RepeatedWork(scopes, time, log)
{
    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(15);

    protected override WorkSignal Signal => signal;

    protected override Task LookAsync(IServiceProvider services, CancellationToken cancel) => services.GetRequiredService<ContinueClosings>().RunAsync(cancel);
}
