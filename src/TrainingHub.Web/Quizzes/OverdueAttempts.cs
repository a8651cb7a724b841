using TrainingHub.Hosting;

namespace TrainingHub.Quizzes;

/// <summary>Looks for attempts whose time ran out, also while the process was down.</summary>
public sealed class OverdueAttempts(IServiceScopeFactory scopes, TimeProvider time, ILogger<OverdueAttempts> log) : RepeatedWork(scopes, time, log)
{
    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(15);

    protected override Task LookAsync(IServiceProvider services, CancellationToken cancel) => services.GetRequiredService<GradeOverdueAttempts>().RunAsync(cancel);
}
