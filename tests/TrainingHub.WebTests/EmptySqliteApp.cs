using Microsoft.Data.Sqlite;

namespace TrainingHub.WebTests;

/// <summary>The application as it is after installing: SQLite, nobody and nothing in it.</summary>
public sealed class EmptySqliteApp : WebApp
{
    public override bool IsPostgres => false;

    protected override Task<IReadOnlyDictionary<string, string>> CopyDatabaseAsync() => Task.FromResult(TestSettings.WithoutWorld(TestSettings.Sqlite(Data)));

    protected override Task DropDatabaseAsync()
    {
        SqliteConnection.ClearAllPools();
        return Task.CompletedTask;
    }
}
