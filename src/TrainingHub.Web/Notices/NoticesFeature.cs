using System.Globalization;
using TrainingHub.Time;

namespace TrainingHub.Notices;

internal static class NoticesFeature
{
    extension(WebApplicationBuilder builder)
    {
        public void AddNotices()
        {
            var (services, configuration) = (builder.Services, builder.Configuration);
            services.AddSingleton<ChannelSettings>();
            services.AddSingleton(new WorkingDays(
                [.. StateHolidays.DaysOff, .. DaysOf(configuration, "Calendar:DaysOff")], [.. StateHolidays.DaysWorked, .. DaysOf(configuration, "Calendar:DaysWorked")]));
            services.AddSingleton<SmtpCarrier>();
            services.AddSingleton<RobotCarrier>();
            // Where an address leads somewhere else, the key in it is not carried along.
            services.AddHttpClient(RobotCarrier.Client).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
            services.AddScoped<NoticeWords>();
            services.AddScoped<Letters>();
            services.AddScoped<Notify>();
            services.AddScoped<NoticesQuery>();
            services.AddScoped<ReadNotices>();
            services.AddScoped<SettingsQuery>();
            services.AddScoped<ChangeMailbox>();
            services.AddScoped<SendDispatches>();
            if (configuration.GetValue("Notices:Pump", defaultValue: true))
            {
                services.AddHostedService<DispatchPump>();
            }
        }
    }

    // Days of the years that came after this version: Calendar:DaysOff:0=2027-01-01.
    private static IEnumerable<DateOnly> DaysOf(ConfigurationManager configuration, string section) =>
        configuration.GetSection(section).GetChildren().Select(day => DateOnly.TryParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? read
            : throw new InvalidOperationException($"{day.Path} is \"{day.Value}\", which is no day: write it as 2027-01-01."));
}
