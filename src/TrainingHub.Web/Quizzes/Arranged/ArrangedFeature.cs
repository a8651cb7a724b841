using TrainingHub.Programmes;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Arranged;

internal static class ArrangedFeature
{
    extension(IServiceCollection services)
    {
        public void AddArranged()
        {
            services.AddSingleton<PaperDraws>();
            services.AddHostedService<PaperPreparation>();
            services.AddScoped<PreparePapers>();
            services.AddScoped<FindArranged>();
            services.AddScoped<IQuestionUses, QuestionUses>();
            services.AddScoped<QuizReleases>();
            services.AddScoped<IArrangedQuizzes, ProgrammeQuizzes>();
            services.AddScoped<StartArranged>();
            services.AddScoped<ArrangedIntroQuery>();
            services.AddScoped<ArrangedResult>();
            services.AddScoped<QuizListQuery>();
            services.AddScoped<SettingsQuery>();
            services.AddScoped<CreateArranged>();
            services.AddScoped<SaveTerms>();
            services.AddScoped<MoveQuiz>();
        }
    }
}
