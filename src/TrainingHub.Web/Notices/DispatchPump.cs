using TrainingHub.Hosting;

namespace TrainingHub.Notices;

/// <summary>Sends what is due.</summary>
internal sealed class DispatchPump(IServiceScopeFactory scopes, TimeProvider time, ILogger<DispatchPump> log) : RepeatedWork(scopes, time, log)
{
    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(10);

    protected override Task LookAsync(IServiceProvider services, CancellationToken cancel) => services.GetRequiredService<SendDispatches>().RunAsync(cancel);
}
