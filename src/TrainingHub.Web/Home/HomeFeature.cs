namespace TrainingHub.Home;

internal static class HomeFeature
{
    extension(IServiceCollection services)
    {
        public void AddHome()
        {
#if DEMO_WORLDS
            services.AddScoped<Demo.DemoWorldLoader>();
#else
            _ = services;
#endif
        }
    }
}
