using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace TrainingHub.Storage;

/// <summary>The migration step: brings the schema up to date, arms the append-only tables, shares out the rights on them, reads or makes the master key. Safe to run from several processes at once.</summary>
public static class DatabaseSetup
{
    // Any number will do as long as every process of this application uses the same.
    private const long PostgresLock = 0x7_4A11_41B5;

    public static async Task RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var options = scope.ServiceProvider.GetRequiredService<StorageOptions>();
        Directory.CreateDirectory(options.Data);
        await using var owner = TableOwner.Connect(options, scope.ServiceProvider.GetRequiredService<WriteGate>());
        var schema = owner ?? db;
        await using var turn = await EnterAsync(schema, options, cancel);
        await MigrateAsync(schema, cancel);
        await AppendOnly.EnsureAsync(schema, cancel);
        await WordIndex.EnsureAsync(schema, cancel);
        if (owner is not null)
        {
            await TableOwner.GrantAsync(owner, options, cancel);
        }

        await PrepareKeysAsync(scope.ServiceProvider, db, cancel);
    }

    private static async Task MigrateAsync(Db schema, CancellationToken cancel)
    {
        var (known, applied) = (schema.Database.GetMigrations().ToHashSet(StringComparer.Ordinal), (await schema.Database.GetAppliedMigrationsAsync(cancel)).ToList());
        if (applied.Find(id => !known.Contains(id)) is { } foreign)
        {
            throw new InvalidOperationException(
                $"This database was last opened by another version of TrainingHub, whose change {foreign} this version does not know. Nothing was altered. Start that version or a later one, or give this one another database.");
        }

        // Asked first: a migration compares the whole model with what it was when the last one was written, which takes longer than all the rest.
        if (applied.Count < known.Count)
        {
            await schema.Database.MigrateAsync(cancel);
        }
    }

    /// <summary>Within the turn: of two processes that begin together one makes the keys, the other finds them.</summary>
    private static async Task PrepareKeysAsync(IServiceProvider services, Db db, CancellationToken cancel)
    {
        var ring = await db.Set<RingEntry>().AsNoTracking().Select(entry => entry.Xml).ToListAsync(cancel);
        // An emptied ring does not make a database new: whoever has people has cookies, certificates and a key in some backup.
        var isNew = ring.Count == 0 && !await db.Organizations.AnyAsync(cancel) && !await db.People.AnyAsync(cancel) && !await db.Users.AnyAsync(cancel);
        var master = services.GetRequiredService<MasterKey>();
        master.Load(mayCreate: isNew);
        // A wrong key has to be found now, not at the first cookie: data protection itself would pass over what it cannot open and make a new ring.
        foreach (var entry in ring)
        {
            KeyRing.Open(entry, master);
        }

        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect([1]);
    }

    private static async Task<IAsyncDisposable> EnterAsync(Db db, StorageOptions options, CancellationToken cancel)
    {
        if (!db.IsPostgres)
        {
            return new FileStream(Path.Combine(options.Data, "setup.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.Asynchronous);
        }

        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({PostgresLock})", cancel);
        return new PostgresTurn(db);
    }

    private sealed class PostgresTurn(Db db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({PostgresLock})");
            await db.Database.CloseConnectionAsync();
        }
    }
}
