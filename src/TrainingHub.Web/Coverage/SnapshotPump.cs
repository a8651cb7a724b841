using TrainingHub.Hosting;

namespace TrainingHub.Coverage;

/// <summary>Freezes the periods that were asked for.</summary>
internal sealed class SnapshotPump(IServiceScopeFactory scopes, SnapshotSignal signal, TimeProvider time, ILogger<SnapshotPump> log) : RepeatedWork(scopes, time, log)
{
    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(15);

    protected override WorkSignal Signal => signal;

    protected override Task LookAsync(IServiceProvider services, CancellationToken cancel) => services.GetRequiredService<ContinueSnapshots>().RunAsync(cancel);
}
