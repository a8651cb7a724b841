using TrainingHub.Hosting;

namespace TrainingHub.Contests;

/// <summary>Forgets contests that are over, and what is known of devices in contests between classes that nobody has finished.</summary>
internal sealed class ContestPump(IServiceScopeFactory scopes, TimeProvider time, ILogger<ContestPump> log) : RepeatedWork(scopes, time, log)
{
    protected override TimeSpan Pause { get; } = TimeSpan.FromMinutes(10);

    protected override Task LookAsync(IServiceProvider services, CancellationToken cancel)
    {
        var rooms = services.GetRequiredService<ContestRooms>();
        rooms.ForgetFinished();
        return rooms.ForgetDevicesAsync(cancel);
    }
}
