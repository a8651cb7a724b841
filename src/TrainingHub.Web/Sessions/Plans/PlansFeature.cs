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
            services.AddScoped<PlanPageQuery>();
            services.AddScoped<PlanWords>();
            services.AddScoped<CreatePlan>();
            services.AddScoped<ChangePlan>();
            services.AddScoped<ApplyPlan>();
        }
    }
}
