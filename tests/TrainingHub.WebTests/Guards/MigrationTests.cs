using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Guards;

/// <summary>The model has no change that a migration lacks. Compares two models; no database is asked.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void Sqlite_has_a_migration_for_every_change()
    {
        using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite().Options, new WriteGate());

        Assert.False(db.Database.HasPendingModelChanges(), "Run tools/migration NAME.");
    }

    [Fact]
    public void Postgres_has_a_migration_for_every_change()
    {
        using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql().Options, new WriteGate());

        Assert.False(db.Database.HasPendingModelChanges(), "Run tools/migration NAME.");
    }

    [Fact]
    public void Both_have_the_same_migrations()
    {
        using var sqlite = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite().Options, new WriteGate());
        using var postgres = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql().Options, new WriteGate());

        Assert.Equal(Names(sqlite), Names(postgres));
    }

    private static IEnumerable<string> Names(Db db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
