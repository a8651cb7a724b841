namespace TrainingHub.Organizations;

internal static class OrganizationsFeature
{
    extension(IServiceCollection services)
    {
        public void AddOrganizations()
        {
            _ = services;
        }
    }
}
