namespace TrainingHub.Home;

internal static class HomeFeature
{
    extension(IServiceCollection services)
    {
        public void AddHome()
        {
            _ = services;
        }
    }
}
