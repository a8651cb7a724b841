using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace TrainingHub.Storage;

/// <summary>
/// A connection to SQLite that stays open, with the statements of its queries prepared, until it is disposed of. A context that goes from one request
/// to the next then neither opens it anew, for which the provider registers its functions each time, nor has SQLite read and plan what it read before.
/// </summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    // More texts than the busiest pages have together; lists in a query make texts of their own, which must not pile up.
    private const int MostKept = 100;

    private readonly Dictionary<string, KeptCommand> _idle = new(StringComparer.Ordinal);
    private bool _isEnding;

    /// <summary>The same command, prepared: it goes on with the parameters of the given one, which is disposed of.</summary>
    public SqliteCommand Prepared(SqliteCommand asked)
    {
        // Taken out while it runs: the same text may run once more before its reader is closed.
        var kept = _idle.Remove(asked.CommandText, out var known) ? known : new KeptCommand(asked.CommandText, this);
        kept.TakeOver(asked);
        return kept;
    }

    /// <summary>Nothing but its end closes it.</summary>
    public override void Close()
    {
        if (_isEnding)
        {
            base.Close();
        }
    }

    protected override void Dispose(bool disposing)
    {
        _isEnding = true;
        base.Dispose(disposing);
    }

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "The text is that of a command which was made already.")]
    private sealed class KeptCommand(string text, KeptConnection connection) : SqliteCommand(text, connection)
    {
        public void TakeOver(SqliteCommand asked)
        {
            Transaction = asked.Transaction;
            CommandTimeout = asked.CommandTimeout;
            foreach (SqliteParameter parameter in asked.Parameters)
            {
                Parameters.Add(parameter);
            }

            asked.Dispose();
        }

        /// <summary>Whoever ran it hands it back.</summary>
        protected override void Dispose(bool disposing)
        {
            if (disposing && !connection._isEnding && connection._idle.Count < MostKept && connection._idle.TryAdd(CommandText, this))
            {
                Parameters.Clear();
                Transaction = null;
                return;
            }

            base.Dispose(disposing);
        }
    }
}
