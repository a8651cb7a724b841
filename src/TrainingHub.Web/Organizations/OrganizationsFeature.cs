namespace TrainingHub.Organizations;

internal static class OrganizationsFeature
{
    extension(IServiceCollection services)
    {
        public void AddOrganizations()
        {
            services.AddScoped<TreeWriter>();
            services.AddScoped<CreateOrganization>();
            services.AddScoped<MoveOrganization>();
            services.AddScoped<EditOrganization>();
            services.AddScoped<CloseOrganization>();
            services.AddScoped<RefreshNames>();
            services.AddScoped<FindOrganization>();
            services.AddScoped<OrganizationsQuery>();
            services.AddScoped<OrganizationQuery>();
            services.AddHostedService<NamesOfTheDay>();
        }
    }
}
