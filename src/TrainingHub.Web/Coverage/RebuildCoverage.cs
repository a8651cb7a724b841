namespace TrainingHub.Coverage;

public sealed class RebuildCoverage
{
    public Task RunAsync(CancellationToken cancel) => Task.CompletedTask;
}
