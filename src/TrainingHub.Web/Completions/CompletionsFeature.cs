using TrainingHub.Courses;

namespace TrainingHub.Completions;

internal static class CompletionsFeature
{
    extension(IServiceCollection services)
    {
        public void AddCompletions()
        {
            services.AddScoped<ReviewQuery>();
            services.AddScoped<CorrectionQuery>();
            services.AddScoped<CompleteTraining>();
            services.AddScoped<EnterEarlier>();
            services.AddScoped<RestoreRecord>();
            services.AddScoped<ILessonCredit, CreditLessons>();
        }
    }
}
