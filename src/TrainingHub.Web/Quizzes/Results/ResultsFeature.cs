using TrainingHub.Documents;

namespace TrainingHub.Quizzes.Results;

internal static class ResultsFeature
{
    extension(IServiceCollection services)
    {
        public void AddResults()
        {
            services.AddScoped<QuizPeople>();
            services.AddScoped<LiveQuery>();
            services.AddScoped<ResultsQuery>();
            services.AddScoped<AnalysisQuery>();
            services.AddScoped<PeopleRowsQuery>();
            services.AddScoped<SpreadWords>();
            services.AddScoped<FigureWords>();
            services.AddScoped<ResultsWorkbook>();
            services.AddScoped<ReportQuery>();
            services.AddSingleton<ReportPrinter>();
        }
    }
}
