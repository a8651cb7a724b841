using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Hosting;

/// <summary>
/// Has the database count its tables again when they have grown much since it last did. It chooses between ways to read by those counts: SQLite never takes
/// them by itself, PostgreSQL about once a minute, and a query that was planned over an almost empty table would go on reading all of it when a whole county
/// has begun.
/// </summary>
internal sealed class FreshStatistics(IServiceScopeFactory scopes, TimeProvider time, ILogger<FreshStatistics> log) : RepeatedWork(scopes, time, log)
{
    // Counts what was never counted or has grown tenfold; of each index it looks at no more than so many rows, since writers wait meanwhile. Fewer would
    // take the tree of a city for ten times as wide as it is.
    private const string Optimize = "PRAGMA analysis_limit=20000; PRAGMA optimize=0x10002";

    // Connections that are open reckon with the counts that they read first, until the schema changes: so it does, and is the same.
    private const string TellOthers = "CREATE VIEW \"Counted\" AS SELECT 1; DROP VIEW \"Counted\"";

    // Twice what they were. A role that does not own the tables may not count them: there it is left to the server.
    private const string Grown =
        """
        SELECT format('%I.%I', s.schemaname, s.relname) AS "Value" FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
        WHERE pg_has_role(c.relowner, 'USAGE') AND s.n_mod_since_analyze > 1000 + GREATEST(c.reltuples, 0)
        """;

    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(10);

    protected override async Task LookAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<Db>();
        if (!db.IsPostgres)
        {
            await services.GetRequiredService<Transactions>().RunAsync(cancel => OptimizeAsync(db, cancel), cancel);
            return;
        }

        if (await db.Database.SqlQueryRaw<string>(Grown).ToListAsync(cancel) is { Count: > 0 } tables)
        {
            var count = "ANALYZE " + string.Join(", ", tables);
            await db.Database.ExecuteSqlRawAsync(count, cancel);
        }
    }

    private static async Task OptimizeAsync(Db db, CancellationToken cancel)
    {
        var before = await CountsAsync(db, cancel);
        await db.Database.ExecuteSqlRawAsync(Optimize, cancel);
        if (!string.Equals(before, await CountsAsync(db, cancel), StringComparison.Ordinal))
        {
            await db.Database.ExecuteSqlRawAsync(TellOthers, cancel);
        }
    }

    private static async Task<string?> CountsAsync(Db db, CancellationToken cancel) =>
        await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_schema WHERE name = 'sqlite_stat1'").SingleAsync(cancel) is 0
            ? null
            : await db.Database.SqlQueryRaw<string?>("SELECT group_concat(tbl || COALESCE(idx, '') || stat) AS \"Value\" FROM sqlite_stat1").SingleAsync(cancel);
}
