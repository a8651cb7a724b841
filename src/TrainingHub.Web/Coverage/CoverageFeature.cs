namespace TrainingHub.Coverage;

internal static class CoverageFeature
{
    extension(IServiceCollection services)
    {
        public void AddCoverage()
        {
            _ = services;
        }
    }
}
