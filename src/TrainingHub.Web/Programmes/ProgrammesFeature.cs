namespace TrainingHub.Programmes;

internal static class ProgrammesFeature
{
    extension(IServiceCollection services)
    {
        public void AddProgrammes()
        {
            services.AddScoped<ProgrammesQuery>();
            services.AddScoped<CreateProgramme>();
            services.AddScoped<EditProgramme>();
            services.AddScoped<PresetsQuery>();
            services.AddScoped<BurdenQuery>();
            services.AddScoped<PartWords>();
        }
    }
}
