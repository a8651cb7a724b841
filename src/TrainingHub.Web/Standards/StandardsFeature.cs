using TrainingHub.Documents;

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
            services.AddSingleton<NoticePrinter>();
            services.AddScoped<DraftsQuery>();
            services.AddScoped<DraftQuery>();
            services.AddScoped<AddDraft>();
            services.AddScoped<SaveDraft>();
            services.AddScoped<SucceedEdition>();
            services.AddScoped<PublicationQuery>();
            services.AddScoped<PublishDraft>();
            services.AddScoped<DeleteDraft>();
            services.AddScoped<EndEdition>();
        }
    }
}
