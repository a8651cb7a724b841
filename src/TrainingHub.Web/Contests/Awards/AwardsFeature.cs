namespace TrainingHub.Contests.Awards;

internal static class AwardsFeature
{
    extension(IServiceCollection services)
    {
        public void AddAwards()
        {
            services.AddScoped<FindPrizes>();
            services.AddScoped<PrizesQuery>();
            services.AddScoped<GiveAwards>();
            services.AddScoped<RevokeAward>();
        }
    }
}
