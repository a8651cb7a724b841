using TrainingHub.Records;

namespace TrainingHub.Recognitions;

internal static class RecognitionsFeature
{
    extension(IServiceCollection services)
    {
        public void AddRecognitions()
        {
            services.AddScoped<ILearningSource, OutsideLearning>();
            services.AddScoped<RecognitionsQuery>();
            services.AddScoped<OutsideChoicesQuery>();
            services.AddScoped<EnterOutside>();
            services.AddScoped<DecideOutside>();
            services.AddScoped<ReadOutside>();
        }
    }
}
