namespace TrainingHub.WebTests;

/// <summary>The application as it is after installing: PostgreSQL, nobody and nothing in it.</summary>
public sealed class EmptyPostgresApp : WebApp
{
    private readonly string _database = $"test_{Guid.NewGuid():N}";

    public override bool IsPostgres => true;

    protected override async Task<IReadOnlyDictionary<string, string>> CopyDatabaseAsync()
    {
        await PostgresApp.ExecuteAsync($"CREATE DATABASE {_database}");
        return TestSettings.WithoutWorld(TestSettings.Postgres(Data, PostgresApp.ConnectionTo(_database)));
    }

    protected override Task DropDatabaseAsync() => PostgresApp.ExecuteAsync($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
}
