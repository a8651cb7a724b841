namespace TrainingHub.Standards;

internal static class StandardsFeature
{
    extension(IServiceCollection services)
    {
        public void AddStandards()
        {
            services.AddSingleton<StandardShelf>();
            services.AddScoped<SearchIndex>();
            services.AddScoped<KeepEditions>();
            services.AddScoped<ReadableEditions>();
            services.AddScoped<StandardsQuery>();
            services.AddScoped<StandardQuery>();
            services.AddScoped<ClauseQuery>();
        }
    }
}
