namespace TrainingHub.Questions;

internal static class QuestionsFeature
{
    extension(IServiceCollection services)
    {
        public void AddQuestions()
        {
            services.AddSingleton<QuestionShelf>();
            services.AddScoped<KeepQuestions>();
            services.AddSingleton<BankTwins>();
            services.AddSingleton<BankTexts>();
            services.AddSingleton<BankPool>();
            services.AddSingleton<ShortageWords>();
            services.AddScoped<TakeQuestions>();
            services.AddScoped<Banks>();
            services.AddScoped<BankFolders>();
            services.AddScoped<QuestionsQuery>();
            services.AddScoped<QuestionQuery>();
            services.AddScoped<InspectQuestion>();
            services.AddScoped<WriteQuestion>();
            services.AddScoped<MoveQuestion>();
            services.AddScoped<KeepPicture>();
            services.AddScoped<PutPicture>();
            services.AddScoped<ClauseSearch>();
            services.AddScoped<WrittenBases>();
            services.AddScoped<ChangeQuestions>();
            services.AddScoped<PreviewChange>();
            services.AddScoped<ChangesQuery>();
            services.AddScoped<MarkStaleQuestions>();
            services.AddScoped<BankUses>();
            services.AddScoped<StatisticsQuery>();
            services.AddSingleton<BankSignal>();
            services.AddHostedService<BankPump>();
            services.AddScoped<QuestionPictureQuery>();
        }
    }
}
