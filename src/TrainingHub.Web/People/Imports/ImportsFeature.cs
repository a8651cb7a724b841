using TrainingHub.People.Transfers;

namespace TrainingHub.People.Imports;

internal static class ImportsFeature
{
    extension(WebApplicationBuilder builder)
    {
        public void AddImports()
        {
            var services = builder.Services;
            services.AddScoped<ImportUnits>();
            services.AddScoped<KnownPeopleQuery>();
            services.AddScoped<RosterHeadings>();
            services.AddScoped<RosterWordings>();
            services.AddScoped<RosterWordingsQuery>();
            services.AddScoped<ImportPositions>();
            services.AddScoped<ChooseWords>();
            services.AddScoped<UploadRoster>();
            services.AddScoped<ReadImport>();
            services.AddScoped<ApplyImport>();
            services.AddScoped<ImportWork>();
            services.AddScoped<ImportsQuery>();
            services.AddScoped<ConfirmImport>();
            services.AddScoped<AbandonImport>();
            services.AddScoped<ClearImportRows>();
            services.AddScoped<StopImport>();
            services.AddScoped<ResumeImport>();
            services.AddScoped<JudgeRows>();
            services.AddScoped<ChooseUnits>();
            services.AddScoped<UnitListsQuery>();
            services.AddScoped<UploadUnitList>();
            services.AddScoped<ConfirmUnitList>();
            services.AddScoped<ApplyUnitList>();
            services.AddScoped<UnitListWords>();
            services.AddScoped<RequestTransfer>();
            services.AddScoped<TransfersQuery>();
            services.AddScoped<DecideTransfer>();
            services.AddSingleton<ImportSignal>();
            services.AddSingleton<ImportPace>();
            if (builder.Configuration.GetValue("Imports:Pump", defaultValue: true))
            {
                services.AddHostedService<ImportPump>();
            }
        }
    }
}
