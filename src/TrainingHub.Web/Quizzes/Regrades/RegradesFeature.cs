namespace TrainingHub.Quizzes.Regrades;

internal static class RegradesFeature
{
    extension(IServiceCollection services)
    {
        public void AddRegrades()
        {
            services.AddSingleton<CorrectedQuestions>();
            services.AddSingleton<RegradeSignal>();
            services.AddHostedService<RegradeWorker>();
            services.AddScoped<QuizReach>();
            services.AddScoped<RegradePapers>();
            services.AddScoped<RegradePerson>();
            services.AddScoped<WorkOffRegrade>();
            services.AddScoped<RegradeSteps>();
            services.AddScoped<BeginRegrade>();
            services.AddScoped<ApplyRegrade>();
            services.AddScoped<GiveUpRegrade>();
            services.AddScoped<CheckPapers>();
            services.AddScoped<RegradeQuery>();
            services.AddScoped<RegradeLinesQuery>();
        }
    }
}
