namespace TrainingHub.Sessions.Plans;

internal static class PlansFeature
{
    extension(IServiceCollection services)
    {
        public void AddPlans()
        {
            services.AddScoped<FindPlan>();
            services.AddScoped<PlanListQuery>();
            services.AddScoped<PlanFactsQuery>();
            services.AddScoped<DraftsQuery>();
            services.AddScoped<ProposalQuery>();
            services.AddScoped<ReadProposal>();
            services.AddScoped<ComputeProposal>();
            services.AddSingleton<PlanSignal>();
            services.AddSingleton(provider => new PlanSize(provider.GetRequiredService<IConfiguration>().GetValue("Plans:MostAtOnce", PlanSize.Usual)));
            services.AddScoped<PlanPageQuery>();
            services.AddScoped<PlanWords>();
            services.AddScoped<CreatePlan>();
            services.AddScoped<ChangePlan>();
            services.AddScoped<EqualProgrammes>();
            services.AddScoped<CallPlanned>();
            services.AddScoped<CallProposed>();
            services.AddScoped<ApplyPlan>();
            services.AddHostedService<PlanPump>();
        }
    }
}
