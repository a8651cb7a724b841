using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using TrainingHub.Storage;

namespace TrainingHub.WebTests;

public sealed class PostgresApp : WebApp
{
    private static readonly Lazy<Task<(string Database, string Folder)>> Template = new(MakeTemplateAsync);
    private readonly string _database = $"test_{Guid.NewGuid():N}";

    public override bool IsPostgres => true;

    protected override void Configure(IServiceCollection services)
    {
        TestSettings.AddCheapPasswords(services);
        // Given a source of connections, Entity Framework builds its model for each source; given an address it does so once a run.
        services.RemoveAll<IDbContextOptionsConfiguration<PostgresDb>>();
        services.ConfigureDbContext<PostgresDb>(db => db.UseNpgsql(ConnectionTo(_database)));
    }

    protected override async Task<IReadOnlyDictionary<string, string>> CopyDatabaseAsync()
    {
        var (template, folder) = await Template.Value;
        TestFiles.CopyFolder(folder, Data);
        await ExecuteAsync($"CREATE DATABASE {_database} TEMPLATE {template}");
        return TestSettings.Postgres(Data, ConnectionTo(_database));
    }

    protected override async Task DropDatabaseAsync()
    {
        await ExecuteAsync($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
    }

    private static async Task<(string, string)> MakeTemplateAsync()
    {
        var database = $"template_{Guid.NewGuid():N}";
        var folder = Directory.CreateTempSubdirectory("traininghub-template-").FullName;
        TestFiles.DeleteAtExit(folder);
        await ExecuteAsync($"CREATE DATABASE {database}");
        await using (new TemplateApp(TestSettings.Postgres(folder, ConnectionTo(database))))
        {
        }

        // A copy is refused while anybody is connected to the original.
        await ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");
        return (database, folder);
    }

    private static string Address => Environment.GetEnvironmentVariable("TRAININGHUB_POSTGRES")
        ?? throw new InvalidOperationException("TRAININGHUB_POSTGRES names no PostgreSQL server: run the tests through tools/test, which starts one.");

    internal static string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(Address) { Database = database, MaxPoolSize = 40 }.ConnectionString;

    internal static async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
