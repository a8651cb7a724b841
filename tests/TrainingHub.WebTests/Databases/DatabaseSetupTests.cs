using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Databases;

public abstract class DatabaseSetupTests(WebApp app)
{
    private string KeyFile => Path.Combine(app.Data, "keys", "master");

    [Fact]
    public async Task Starts_only_with_the_key_of_its_data_and_never_makes_a_new_one()
    {
        Assert.True(await app.WithDbAsync(db => db.People.AnyAsync()));
        var key = await File.ReadAllTextAsync(KeyFile);
        await AssertStopsAsync("is missing", () => File.Delete(KeyFile));
        Assert.False(File.Exists(KeyFile));
        await AssertStopsAsync("is not the one this database was encrypted with", () => File.WriteAllText(KeyFile, Convert.ToBase64String(new byte[32])));
        await AssertStopsAsync("is damaged", () => File.WriteAllText(KeyFile, "half a ke"));

        // People alone are reason enough: a ring that was emptied does not make the database new.
        await File.WriteAllTextAsync(KeyFile, key);
        await app.WithDbAsync(db => db.Set<RingEntry>().ExecuteDeleteAsync());
        await AssertStopsAsync("is missing", () => File.Delete(KeyFile));
        Assert.False(File.Exists(KeyFile));

        await File.WriteAllTextAsync(KeyFile, key);
        await using var started = new TemplateApp(app.Settings);
        Assert.True(await app.WithDbAsync(db => db.Set<RingEntry>().AnyAsync()));
    }

    [Fact]
    public async Task Starts_only_on_a_schema_that_it_knows()
    {
        const string Later = "29991231235959_Later";
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ({Later}, '99')"));

        var stopped = Assert.ThrowsAny<Exception>(() => new TemplateApp(app.Settings));

        Assert.Contains(Later, stopped.ToString(), StringComparison.Ordinal);
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = {Later}"));
        await using var started = new TemplateApp(app.Settings);
    }

    private async Task AssertStopsAsync(string sentence, Action spoil)
    {
        var ring = await app.WithDbAsync(db => db.Set<RingEntry>().CountAsync());
        spoil();

        var stopped = Assert.ThrowsAny<Exception>(() => new TemplateApp(app.Settings));

        Assert.Contains(KeyFile, stopped.ToString(), StringComparison.Ordinal);
        Assert.Contains(sentence, stopped.ToString(), StringComparison.Ordinal);
        Assert.Contains("Put the", stopped.ToString(), StringComparison.Ordinal);
        Assert.Equal(ring, await app.WithDbAsync(db => db.Set<RingEntry>().CountAsync()));
    }
}

public sealed class DatabaseSetupOnSqlite(SqliteApp app) : DatabaseSetupTests(app), IClassFixture<SqliteApp>;

public sealed class DatabaseSetupOnPostgres(PostgresApp app) : DatabaseSetupTests(app), IClassFixture<PostgresApp>;

public sealed class NewMasterKeyTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("traininghub-key-").FullName;

    [Fact]
    public async Task Is_made_beside_an_empty_database_for_its_owner_alone_with_the_ring()
    {
        await using var app = new TemplateApp(TestSettings.WithoutWorld(TestSettings.Sqlite(_data)));
        await using var scope = app.Services.CreateAsyncScope();

        Assert.True(await scope.ServiceProvider.GetRequiredService<Db>().Set<RingEntry>().AnyAsync(), "The ring is made before the first request.");
        var key = Path.Combine(_data, "keys", "master");
        Assert.Equal(32, Convert.FromBase64String((await File.ReadAllTextAsync(key)).Trim()).Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(key)!));
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }
}
