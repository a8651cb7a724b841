namespace TrainingHub.Courses.Drafts;

internal static class DraftsFeature
{
    extension(IServiceCollection services)
    {
        public void AddDrafts()
        {
            services.AddScoped<DraftFiles>();
            services.AddScoped<CourseNames>();
            services.AddScoped<VersionsQuery>();
            services.AddScoped<ReviewersQuery>();
            services.AddScoped<InspectDraft>();
            services.AddScoped<DraftsQuery>();
            services.AddScoped<SharedDocuments>();
            services.AddScoped<CreateDraft>();
            services.AddScoped<EditDraft>();
            services.AddScoped<MoveDraft>();
            services.AddScoped<CourseMediaQuery>();
            services.AddSingleton<MediaFiles>();
            services.AddSingleton<MediaFindings>();
        }
    }
}
