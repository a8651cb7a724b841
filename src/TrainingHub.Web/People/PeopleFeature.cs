namespace TrainingHub.People;

internal static class PeopleFeature
{
    extension(IServiceCollection services)
    {
        public void AddPeople()
        {
            services.AddScoped<PreparePositions>();
            services.AddScoped<MembershipWriter>();
            services.AddScoped<LeaveWriter>();
            services.AddScoped<AddMembership>();
            services.AddScoped<EndMembership>();
            services.AddScoped<MakePrimary>();
            services.AddScoped<DepartPerson>();
            services.AddScoped<MergerQuery>();
            services.AddScoped<MergeOrganization>();
            services.AddScoped<AddPerson>();
            services.AddScoped<EditPerson>();
            services.AddScoped<AddPosition>();
            services.AddScoped<MapPosition>();
            services.AddScoped<GivePermission>();
            services.AddScoped<PersonQuery>();
            services.AddScoped<GrantsQuery>();
            services.AddScoped<PositionsQuery>();
            services.AddScoped<RosterQuery>();
        }
    }
}
