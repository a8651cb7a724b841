namespace TrainingHub.Reminders;

internal static class RemindersFeature
{
    extension(WebApplicationBuilder builder)
    {
        public void AddReminders()
        {
            var services = builder.Services;
            services.AddSingleton<ReminderSettings>();
            services.AddScoped<OfficerDemands>();
            services.AddScoped<DemandsQuery>();
            services.AddScoped<PostNumbers>();
            services.AddScoped<ReminderSteps>();
            services.AddScoped<SendReminders>();
            services.AddScoped<ReminderWords>();
            services.AddScoped<RemindersQuery>();
            services.AddScoped<MissingListQuery>();
            if (builder.Configuration.GetValue("Notices:Pump", defaultValue: true))
            {
                services.AddHostedService<ReminderPump>();
            }
        }
    }
}
