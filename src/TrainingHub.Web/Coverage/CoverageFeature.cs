using TrainingHub.Organizations;

namespace TrainingHub.Coverage;

internal static class CoverageFeature
{
    extension(IServiceCollection services)
    {
        public void AddCoverage()
        {
            services.AddScoped<RebuildCoverage>();
            services.AddScoped<IFigures, NoFigures>();
        }
    }

    private sealed class NoFigures : IFigures
    {
        public Task CountAgainAsync(FactsChanged changed, CancellationToken cancel) => Task.CompletedTask;
    }
}
