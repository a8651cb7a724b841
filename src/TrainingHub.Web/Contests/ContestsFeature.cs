using TrainingHub.Account;
using TrainingHub.Contests.Stage;
using TrainingHub.Records;
using TrainingHub.Time;

namespace TrainingHub.Contests;

internal static class ContestsFeature
{
    extension(IServiceCollection services)
    {
        public void AddContests()
        {
            services.AddKeyedSingleton<FailureLimiter>(FindContest.Guessing);
            services.AddKeyedSingleton(FindContest.Joining, (provider, _) => new FailureLimiter(provider.GetRequiredService<DayClock>(), FindContest.MostJoins));
            services.AddSingleton<ContestClock>();
            services.AddSingleton<ContestPictures>();
            services.AddSingleton<ContestParcels>();
            services.AddSingleton<ContestRooms>();
            services.AddSingleton<ContestWriter>();
            services.AddHostedService(provider => provider.GetRequiredService<ContestWriter>());
            services.AddHostedService<ContestFollower>();
            services.AddHostedService<ContestPump>();
            services.AddSingleton<ContestFeed>();
            services.AddSingleton<ContestAnswerEndpoint>();
            services.AddScoped<FindContest>();
            services.AddScoped<PlayerPapers>();
            services.AddScoped<ContestForms>();
            services.AddScoped<SaveContest>();
            services.AddScoped<PrepareContest>();
            services.AddScoped<ContestListQuery>();
            services.AddScoped<HostQuery>();
            services.AddScoped<ContestResultQuery>();
            services.AddScoped<StageForms>();
            services.AddScoped<SaveStage>();
            services.AddScoped<StageHosts>();
            services.AddScoped<StageMembersQuery>();
            services.AddScoped<NameMembers>();
            services.AddScoped<StageSheetQuery>();
            services.AddScoped<StageReportQuery>();
            services.AddScoped<InvitedQuery>();
            services.AddScoped<TellMembers>();
            services.AddScoped<ContestReportQuery>();
            services.AddScoped<SendMistakes>();
            services.AddScoped<ILearningSource, ContestLearning>();
            services.AddScoped<CreditsQuery>();
            services.AddScoped<CreditContest>();
            services.AddScoped<RevokeCredit>();
        }
    }

    extension(IEndpointRouteBuilder endpoints)
    {
        public void MapContests() =>
            endpoints.MapPost(ContestAnswerEndpoint.Route, endpoints.ServiceProvider.GetRequiredService<ContestAnswerEndpoint>().RunAsync)
                .WithMetadata(new PublicAttribute()).WithDisplayName("Contests.ContestAnswerEndpoint");
    }
}
