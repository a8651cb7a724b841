using TrainingHub.Hosting;
using TrainingHub.Quizzes;

namespace TrainingHub.Reminders;

/// <summary>Looks whether today's reminders are still to be sent, and whether results have become free that nobody's request tells.</summary>
internal sealed class ReminderPump(IServiceScopeFactory scopes, TimeProvider time, ILogger<ReminderPump> log) : RepeatedWork(scopes, time, log)
{
    protected override TimeSpan Pause { get; } = TimeSpan.FromMinutes(1);

    protected override bool LooksAtStart => false;

    protected override async Task LookAsync(IServiceProvider services, CancellationToken cancel)
    {
        await services.GetRequiredService<TellReleased>().RunAsync(cancel);
        await services.GetRequiredService<SendReminders>().RunAsync(cancel);
    }
}
