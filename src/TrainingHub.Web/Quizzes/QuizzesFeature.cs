using Npgsql;
using TrainingHub.Account;
using TrainingHub.Practice;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Quizzes.Results;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

internal static class QuizzesFeature
{
    extension(IServiceCollection services)
    {
        public void AddQuizzes()
        {
            services.AddSingleton<AnswerStore>(provider => provider.GetRequiredService<StorageOptions>().Database == DatabaseKind.Postgres
                ? ActivatorUtilities.CreateInstance<PostgresAnswers>(provider, provider.GetRequiredService<NpgsqlDataSource>())
                : ActivatorUtilities.CreateInstance<SqliteAnswers>(provider));
            services.AddSingleton<AnswerWriter>();
            services.AddHostedService(provider => provider.GetRequiredService<AnswerWriter>());
            services.AddSingleton<PaperCards>();
            services.AddSingleton<QuizReads>();
            services.AddSingleton<SaveAnswer>();
            services.AddSingleton<KnownTokens>();
            services.AddSingleton<AnswerEndpoint>();
            services.AddScoped<SaveSheet>();
            services.AddScoped<StartAttempt>();
            services.AddScoped<TellResult>();
            services.AddScoped<TellReleased>();
            services.AddScoped<SubmitAttempt>();
            services.AddScoped<CountAnew>();
            services.AddScoped<GradeOverdueAttempts>();
            services.AddHostedService<OverdueAttempts>();
            services.AddScoped<TallyItems>();
            services.AddScoped<RecountItems>();
            services.AddScoped<CountItems>();
            services.AddHostedService<ItemCounts>();
            services.AddScoped<MarksQuery>();
            services.AddScoped<MarkAnswer>();
            services.AddScoped<SetMarkingRule>();
            services.AddScoped<AllowMore>();
            services.AddScoped<AttemptListQuery>();
            services.AddScoped<QuizIntroQuery>();
            services.AddScoped<PaperQuery>();
            services.AddScoped<JudgementsQuery>();
            services.AddScoped<ReceiptQuery>();
            services.AddScoped<ResultQuery>();
            services.AddScoped<IReleasedAnswers, ReleasedAnswers>();
            services.AddScoped<ILatestKeys, LatestKeys>();
            services.AddScoped<OwnAttempts>();
            services.AddScoped<TakeOverAttempt>();
            services.AddScoped<NoteAbsence>();
            services.AddScoped<TimelineQuery>();
            services.AddScoped<AllowGroup>();
            services.AddScoped<AllowPerson>();
            services.AddScoped<SettleTime>();
            services.AddScoped<PersonAllowanceQuery>();
            services.AddScoped<GroupAllowanceQuery>();
            services.AddArranged();
            services.AddRegrades();
            services.AddResults();
        }
    }

    extension(IEndpointRouteBuilder endpoints)
    {
        public void MapAnswers() =>
            endpoints.MapPut(AnswerEndpoint.Route, endpoints.ServiceProvider.GetRequiredService<AnswerEndpoint>().RunAsync)
                .WithMetadata(new RequireAttribute()).WithDisplayName("Quizzes.AnswerEndpoint");
    }
}
