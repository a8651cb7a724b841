using TrainingHub.Quizzes.Arranged;

namespace TrainingHub.Contests.Open;

internal static class OpenFeature
{
    extension(IServiceCollection services)
    {
        public void AddOpenContests()
        {
            services.AddSingleton<RankingShelf>();
            services.AddSingleton<IFinalRankings, FinalRankings>();
            services.AddScoped<FindOpen>();
            services.AddScoped<OpenRankingQuery>();
            services.AddScoped<OpenListQuery>();
            services.AddScoped<OpenPageQuery>();
            services.AddScoped<RankedPeopleQuery>();
            services.AddScoped<DoubtsQuery>();
            services.AddScoped<CreateOpen>();
            services.AddScoped<ChangeOpen>();
            services.AddScoped<FreezeRanking>();
        }
    }
}
