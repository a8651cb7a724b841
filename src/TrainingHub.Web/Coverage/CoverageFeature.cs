using TrainingHub.Organizations;

namespace TrainingHub.Coverage;

internal static class CoverageFeature
{
    extension(WebApplicationBuilder builder)
    {
        public void AddCoverage()
        {
            var services = builder.Services;
            services.AddScoped<OrganizationLocks>();
            services.AddScoped<CountingFacts>();
            services.AddScoped<RewriteStandings>();
            services.AddScoped<RewriteCells>();
            services.AddScoped<PlanRecounts>();
            services.AddScoped<IFigures, CountAgain>();
            services.AddScoped<RebuildCoverage>();
            services.AddScoped<ExportFacts>();
            services.AddScoped<CreateTarget>();
            services.AddScoped<OwnTargetQuery>();
            services.AddScoped<EditTarget>();
            services.AddScoped<UnitsBelow>();
            services.AddScoped<DeclarePosition>();
            services.AddScoped<ConfirmDeclaration>();
            services.AddScoped<AskExclusion>();
            services.AddScoped<DecideExclusion>();
            services.AddScoped<WithdrawExclusion>();
            services.AddScoped<AskedPosts>();
            services.AddScoped<ChangesQuery>();
            services.AddScoped<TargetQuery>();
            services.AddScoped<FigureQuery>();
            services.AddScoped<FactsAsOf>();
            services.AddScoped<FigureAsOf>();
            services.AddScoped<PeopleAsOf>();
            services.AddScoped<AsOfAsked>();
            services.AddScoped<TrendQuery>();
            services.AddScoped<GapsQuery>();
            services.AddScoped<FreezeFigure>();
            services.AddScoped<WriteSnapshot>();
            services.AddScoped<ContinueSnapshots>();
            services.AddSingleton<SnapshotSignal>();
            services.AddScoped<SnapshotQuery>();
            services.AddScoped<SnapshotPeopleQuery>();
            services.AddScoped<RestatedQuery>();
            services.AddScoped<PeopleQuery>();
            services.AddScoped<PersonTimelineQuery>();
            services.AddScoped<LeavesQuery>();
            services.AddScoped<RecordLeave>();
            services.AddScoped<EndLeave>();
            services.AddScoped<DeclarationsQuery>();
            services.AddScoped<ExclusionsQuery>();
            services.AddScoped<StandingWords>();
            services.AddScoped<FigureWords>();
            services.AddSingleton<TurnOfDay>();
            services.AddHostedService(provider => provider.GetRequiredService<TurnOfDay>());
            if (builder.Configuration.GetValue("Snapshots:Pump", defaultValue: true))
            {
                services.AddHostedService<SnapshotPump>();
            }
        }
    }
}
