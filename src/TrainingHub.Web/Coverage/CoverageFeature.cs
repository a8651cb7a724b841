using TrainingHub.Organizations;

namespace TrainingHub.Coverage;

internal static class CoverageFeature
{
    extension(IServiceCollection services)
    {
        public void AddCoverage()
        {
            services.AddScoped<OrganizationLocks>();
            services.AddScoped<CountingFacts>();
            services.AddScoped<RewriteStandings>();
            services.AddScoped<RewriteCells>();
            services.AddScoped<PlanRecounts>();
            services.AddScoped<IFigures, CountAgain>();
            services.AddScoped<RebuildCoverage>();
            services.AddSingleton<TurnOfDay>();
            services.AddHostedService(provider => provider.GetRequiredService<TurnOfDay>());
        }
    }
}
