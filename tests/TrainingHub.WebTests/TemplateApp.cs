using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace TrainingHub.WebTests;

/// <summary>Starts the application once, so that it migrates and fills a database for others to copy, and stops it when disposed.</summary>
internal sealed class TemplateApp : WebApplicationFactory<Program>
{
    private readonly IReadOnlyDictionary<string, string> _settings;

    public TemplateApp(IReadOnlyDictionary<string, string> settings)
    {
        _settings = settings;
        // Making the server runs everything before the first request.
        _ = Server;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(new TestClock());
            TestSettings.AddCheapPasswords(services);
        });
    }
}
