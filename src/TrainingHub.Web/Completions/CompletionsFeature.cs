namespace TrainingHub.Completions;

internal static class CompletionsFeature
{
    extension(IServiceCollection services)
    {
        public void AddCompletions()
        {
            services.AddScoped<CompleteTraining>();
        }
    }
}
