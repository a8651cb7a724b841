using TrainingHub.Questions.Exports;

namespace TrainingHub.Questions.Imports;

internal static class QuestionImportsFeature
{
    extension(WebApplicationBuilder builder)
    {
        public void AddQuestionImports()
        {
            var services = builder.Services;
            services.AddScoped<UploadQuestions>();
            services.AddScoped<ReadQuestions>();
            services.AddScoped<StageQuestions>();
            services.AddScoped<ResolveBasis>();
            services.AddScoped<NameColumns>();
            services.AddScoped<MoveQuestionImport>();
            services.AddScoped<ChooseNear>();
            services.AddScoped<QuestionImportWork>();
            services.AddScoped<QuestionImportsQuery>();
            services.AddScoped<ExportedQuestionsQuery>();
            services.AddSingleton<QuestionImportSignal>();
            if (builder.Configuration.GetValue("Imports:Pump", defaultValue: true))
            {
                services.AddHostedService<QuestionImportPump>();
            }
        }
    }
}
