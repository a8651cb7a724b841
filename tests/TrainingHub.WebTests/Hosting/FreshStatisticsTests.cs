using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Hosting;

public abstract class FreshStatisticsTests(WebApp app)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Counts_a_table_again_when_it_has_grown_much()
    {
        var before = await app.WithDbAsync(CountedAsync);
        await app.WithDbAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            db.People.AddRange(Enumerable.Range(0, 4000).Select(_ => new Person { Id = Guid.NewGuid(), Name = "数", NormalizedName = "数", CreatedAt = TestClock.Start.UtcDateTime }));
            await db.SaveChangesAsync();
            if (db.IsPostgres)
            {
                await db.Database.ExecuteSqlRawAsync("SELECT pg_stat_force_next_flush()");
            }

            return true;
        });

        using var patience = new CancellationTokenSource(Patience);
        while (await app.WithDbAsync(CountedAsync) < before + 1000)
        {
            app.Clock.Move(TimeSpan.FromSeconds(10));
            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>How many people the database reckons with when it plans; 0 as long as it never counted them.</summary>
    private static async Task<long> CountedAsync(Db db)
    {
        if (db.IsPostgres)
        {
            return Math.Max(0, (long)await db.Database.SqlQueryRaw<float>("SELECT reltuples AS \"Value\" FROM pg_class WHERE oid = '\"People\"'::regclass").SingleAsync());
        }

        if (await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_schema WHERE name = 'sqlite_stat1'").SingleAsync() is 0)
        {
            return 0;
        }

        var counts = await db.Database.SqlQueryRaw<string>("SELECT stat AS \"Value\" FROM sqlite_stat1 WHERE tbl = 'People'").ToListAsync();
        return counts.Select(count => long.Parse(count.Split(' ')[0], CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
    }
}

public sealed class FreshStatisticsOnSqlite(SqliteApp app) : FreshStatisticsTests(app), IClassFixture<SqliteApp>;

public sealed class FreshStatisticsOnPostgres(PostgresApp app) : FreshStatisticsTests(app), IClassFixture<PostgresApp>;
