using TrainingHub.Hosting;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>Looks for windows that open soon. Who has no paper prepared gets one drawn when starting.</summary>
public sealed class PaperPreparation(IServiceScopeFactory scopes, TimeProvider time, ILogger<PaperPreparation> log) : RepeatedWork(scopes, time, log)
{
    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(30);

    protected override bool LooksAtStart => false;

    protected override Task LookAsync(IServiceProvider services, CancellationToken cancel) => services.GetRequiredService<PreparePapers>().RunAsync(cancel);
}
