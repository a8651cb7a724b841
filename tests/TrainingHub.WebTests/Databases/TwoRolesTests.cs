using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Databases;

/// <summary>PostgreSQL with a role that owns the tables and another that the application uses.</summary>
public sealed class TwoRolesTests : IAsyncLifetime
{
    private readonly string _name = $"roles_{Guid.NewGuid():N}";
    private readonly string _password = Guid.NewGuid().ToString("N");
    private readonly string _data = Directory.CreateTempSubdirectory("traininghub-roles-").FullName;

    private static string Address => Environment.GetEnvironmentVariable("TRAININGHUB_POSTGRES")
        ?? throw new InvalidOperationException("TRAININGHUB_POSTGRES names no PostgreSQL server: run the tests through tools/test, which starts one.");

    public async Task InitializeAsync()
    {
        await ExecuteAsync(Address, $"CREATE ROLE {_name}_owner LOGIN PASSWORD '{_password}'");
        await ExecuteAsync(Address, $"CREATE ROLE {_name}_app LOGIN PASSWORD '{_password}'");
        await ExecuteAsync(Address, $"CREATE DATABASE {_name} OWNER {_name}_owner");
    }

    public async Task DisposeAsync()
    {
        await ExecuteAsync(Address, $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        await ExecuteAsync(Address, $"DROP ROLE {_name}_owner");
        await ExecuteAsync(Address, $"DROP ROLE {_name}_app");
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Works_as_a_role_that_owns_nothing_and_can_disarm_nothing()
    {
        await using var app = new TemplateApp(Settings());
        using var browser = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        Assert.Equal("Healthy", await browser.GetStringAsync("/health"));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            Assert.True(await db.TrainingRecords.AnyAsync(), "The demo world was loaded by the application's role.");
            foreach (var table in AppendOnly.Tables(db))
            {
                foreach (var statement in ChangesTo(table))
                {
                    var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(AddressOf("app"), statement));
                    Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
                }
            }
        }

        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(AddressOf("app"), "CREATE TABLE \"Mine\" (id int)"));
        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(AddressOf("app"), "DROP TABLE \"People\""));
        // The owner can take a trigger away, but not by accident: the tables are armed for it as well.
        var armed = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(AddressOf("owner"), "DELETE FROM \"TrainingRecords\""));
        Assert.Contains("append-only", armed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_one_role_for_both()
    {
        var settings = new Dictionary<string, string>(Settings(), StringComparer.Ordinal) { ["Connection"] = AddressOf("owner") };

        var refused = Assert.ThrowsAny<Exception>(() => new TemplateApp(settings));

        Assert.Contains("name the same role", refused.ToString(), StringComparison.Ordinal);
    }

    // Whatever the table has: a column of its own where it has no id.
    private static string ColumnOf(string table) => table switch
    {
        "AnswerEntries" => "Choice",
        "ContestEntries" => "Kind",
        "RegradeLines" => "NewPoints",
        "BasisReviewWithdrawals" => "WithdrawnBy",
        "BankQuestionVersions" => "Hash",
        "LedgerSeals" => "Digest",
        "RecordParts" => "Title",
        "SessionPaperSheets" => "Points",
        "LedgerSealedRows" => "SealNumber",
        "FrozenRankings" => "Hash",
        "SnapshotUnits" => "Name",
        "SnapshotCells" => "Counted",
        "SnapshotLines" => "NamesDigest",
        "ReportNames" => "Content",
        "ReportPeople" => "NamesDigest",
        _ => "Id",
    };

    private static IEnumerable<string> ChangesTo(string table) =>
    [
        $"UPDATE \"{table}\" SET \"{ColumnOf(table)}\" = NULL",
        $"DELETE FROM \"{table}\"",
        $"TRUNCATE \"{table}\"",
        $"ALTER TABLE \"{table}\" DISABLE TRIGGER ALL",
        $"DROP TRIGGER \"{table}_no_change\" ON \"{table}\"",
        $"DROP TABLE \"{table}\"",
    ];

    private Dictionary<string, string> Settings() => new(TestSettings.Postgres(_data, AddressOf("app")), StringComparer.Ordinal)
    {
        ["MigrationConnection"] = AddressOf("owner"),
    };

    private string AddressOf(string role) => new NpgsqlConnectionStringBuilder(Address)
    {
        Database = _name,
        Username = $"{_name}_{role}",
        Password = _password,
        Pooling = false,
    }.ConnectionString;

    private static async Task ExecuteAsync(string address, string statement)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
