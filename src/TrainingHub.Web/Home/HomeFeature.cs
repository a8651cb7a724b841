namespace TrainingHub.Home;

internal static class HomeFeature
{
    extension(IServiceCollection services)
    {
        public void AddHome()
        {
            services.AddScoped<HomeQuery>();
            services.AddScoped<DutiesQuery>();
            services.AddScoped<AdministratorsQuery>();
#if DEMO_WORLDS
            services.AddScoped<Demo.DemoWorldLoader>();
            services.AddScoped<Demo.DemoTargetLoader>();
            services.AddScoped<Demo.DemoBankLoader>();
            services.AddScoped<Demo.DemoBulkLoader>();
            services.AddScoped<Demo.DemoSessionLoader>();
            services.AddScoped<Demo.DemoSpeechLoader>();
            services.AddScoped<Demo.DemoQuizLoader>();
            services.AddScoped<Demo.DemoContestLoader>();
            services.AddScoped<Demo.DemoRankingLoader>();
#endif
        }
    }
}
