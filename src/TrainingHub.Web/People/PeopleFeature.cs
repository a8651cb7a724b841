namespace TrainingHub.People;

internal static class PeopleFeature
{
    extension(IServiceCollection services)
    {
        public void AddPeople()
        {
            services.AddScoped<PreparePositions>();
        }
    }
}
