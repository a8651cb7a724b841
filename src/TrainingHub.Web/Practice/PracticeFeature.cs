namespace TrainingHub.Practice;

internal static class PracticeFeature
{
    extension(IServiceCollection services)
    {
        public void AddPractice()
        {
            services.AddSingleton<ShownOrder>();
            services.AddSingleton<RememberedAnswers>();
            services.AddScoped<BankPractice>();
            services.AddScoped<PersonalBank>();
            services.AddScoped<DailyQuery>();
            services.AddScoped<PracticeQuery>();
            services.AddScoped<AnswerPractice>();
            services.AddScoped<PracticeAnswerQuery>();
            services.AddScoped<MistakesQuery>();
            services.AddScoped<MasteryQuery>();
        }
    }
}
