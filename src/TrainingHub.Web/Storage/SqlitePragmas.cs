using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using System.Runtime.CompilerServices;

namespace TrainingHub.Storage;

/// <summary>
/// Makes connections to SQLite that are kept, and sets their PRAGMAs once. WAL with synchronous=FULL: what COMMIT acknowledged survives a power cut.
/// Pages are read, not mapped: every checkpoint that lets the file grow would make each connection map it anew.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;";

    // The provider hands out one pooled SQLite handle after another; the handle, not the wrapper, remembers its PRAGMAs.
    private static readonly ConditionalWeakTable<object, object> Seen = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        eventData.ConnectionString is { } text ? InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(text)) : result;

    internal static void Apply(DbConnection connection)
    {
        if (connection is not Microsoft.Data.Sqlite.SqliteConnection { Handle: { } handle } || !Seen.TryAdd(handle, handle))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
