namespace TrainingHub.People;

internal static class PeopleFeature
{
    extension(IServiceCollection services)
    {
        public void AddPeople()
        {
            _ = services;
        }
    }
}
