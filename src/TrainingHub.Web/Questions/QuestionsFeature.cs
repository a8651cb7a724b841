namespace TrainingHub.Questions;

internal static class QuestionsFeature
{
    extension(IServiceCollection services)
    {
        public void AddQuestions()
        {
            services.AddSingleton<QuestionShelf>();
            services.AddScoped<KeepQuestions>();
            services.AddScoped<QuestionPictureQuery>();
        }
    }
}
