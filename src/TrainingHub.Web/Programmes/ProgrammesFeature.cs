namespace TrainingHub.Programmes;

internal static class ProgrammesFeature
{
    extension(IServiceCollection services)
    {
        public void AddProgrammes()
        {
            services.AddScoped<ProgrammesQuery>();
        }
    }
}
