using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrainingHub.Storage;

namespace TrainingHub.WebTests;

/// <summary>
/// The whole application over a real database that holds the small demo world. One per test class:
/// <code>
/// public abstract class SomethingTests(WebApp app) { [Fact] … }
/// public sealed class SomethingOnSqlite(SqliteApp app) : SomethingTests(app), IClassFixture&lt;SqliteApp&gt;;
/// public sealed class SomethingOnPostgres(PostgresApp app) : SomethingTests(app), IClassFixture&lt;PostgresApp&gt;;
/// </code>
/// The database is a copy of a template that is migrated and filled once per run.
/// </summary>
public abstract class WebApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    // Entity Framework keeps its model and its compiled queries for each log: with one log a run builds them once and not once a class.
    private static readonly ILoggerFactory Log = LoggerFactory.Create(log => log.SetMinimumLevel(LogLevel.Warning).AddConsole());

    /// <summary>Moves the application's time; tests never sleep.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>The folder of keys, uploads and, with SQLite, the database.</summary>
    public string Data { get; } = Directory.CreateTempSubdirectory("traininghub-test-").FullName;

    public abstract bool IsPostgres { get; }

    /// <summary>Makes a copy of the template and returns what the application has to be told about it.</summary>
    protected abstract Task<IReadOnlyDictionary<string, string>> CopyDatabaseAsync();

    protected abstract Task DropDatabaseAsync();

    /// <summary>What the application is told about its database.</summary>
    internal IReadOnlyDictionary<string, string> Settings { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public async Task InitializeAsync() => Settings = await CopyDatabaseAsync();

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await DropDatabaseAsync();
        Directory.Delete(Data, recursive: true);
    }

    /// <summary>What differs from an application that has just been installed.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(Log);
            Configure(services);
        });
    }

    /// <summary>A browser without a session, which does not follow redirects.</summary>
    public TestBrowser Visitor() => new(this);

    /// <summary>A browser signed in as a person of the demo world, by key: <c>SmallWorld.Principal</c>.</summary>
    public async Task<TestBrowser> SignInAsync(string personKey)
    {
        var browser = new TestBrowser(this);
        await browser.SignInAsync(personKey);
        return browser;
    }

    /// <summary>Runs something inside the application, with its services and the database.</summary>
    public async Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> action)
    {
        await using var scope = Services.CreateAsyncScope();
        return await action(scope.ServiceProvider);
    }

    public Task InsideAsync(Func<IServiceProvider, Task> action) => InsideAsync(async services =>
    {
        await action(services);
        return true;
    });

    public Task<T> WithDbAsync<T>(Func<Db, Task<T>> action) => InsideAsync(services => action(services.GetRequiredService<Db>()));
}
