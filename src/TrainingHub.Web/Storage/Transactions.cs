using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TrainingHub.Storage;

/// <summary>
/// The one way to write. Opens the transaction, runs the whole action, commits; repeats the whole action when PostgreSQL reports a
/// serialization failure, a deadlock or a broken connection. On SQLite the process's writer is held from BEGIN IMMEDIATE to COMMIT.
/// Inside a running transaction it joins it: the outermost call commits. Nobody else begins a transaction.
/// </summary>
public sealed class Transactions(Db db, WriteGate gate)
{
    private const int Attempts = 5;
    private const string Look = "look";

    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await action(cancel);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunOnceAsync(action, cancel);
            }
            catch (Exception exception) when (attempt < Attempts && IsWorthRepeating(exception))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(5, 25 * attempt), cancel);
            }
        }
    }

    public Task RunAsync(Func<CancellationToken, Task> action, CancellationToken cancel) =>
        RunAsync(async token =>
        {
            await action(token);
            return true;
        }, cancel);

    /// <summary>
    /// Runs something inside a running transaction only to see what it leads to, and undoes it: what is told is what happens. What was loaded before is
    /// forgotten; locks that it took are kept until the transaction ends.
    /// </summary>
    public async Task<T> LookAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken cancel)
    {
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("A look is taken inside a transaction.");
        await transaction.CreateSavepointAsync(Look, cancel);
        var seen = await action(cancel);
        await transaction.RollbackToSavepointAsync(Look, cancel);
        db.ChangeTracker.Clear();
        return seen;
    }

    /// <summary>Runs reads that must all see one state of the database, however long they take. Nobody waits for them.</summary>
    public async Task ReadAsync(Func<CancellationToken, Task> action, CancellationToken cancel)
    {
        // SQLite: ReadUncommitted is a plain BEGIN, which sees what was there at its first read.
        await using var transaction = await db.Database.BeginTransactionAsync(db.IsPostgres ? IsolationLevel.RepeatableRead : IsolationLevel.ReadUncommitted, cancel);
        await action(cancel);
    }

    private async Task<T> RunOnceAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken cancel)
    {
        using var turn = db.IsPostgres ? null : await gate.EnterAsync(cancel);
        // SQLite: Serializable is BEGIN IMMEDIATE. PostgreSQL: READ COMMITTED, so that a statement after a lock sees what the lock waited for.
        await using var transaction = await db.Database.BeginTransactionAsync(
            db.IsPostgres ? IsolationLevel.ReadCommitted : IsolationLevel.Serializable, cancel);
        var result = await action(cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }

    private static bool IsWorthRepeating(Exception exception) => exception switch
    {
        RepeatTransactionException => true,
        DbUpdateConcurrencyException => false,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        NpgsqlException npgsql => npgsql.IsTransient,
        DbUpdateException { InnerException: { } inner } => IsWorthRepeating(inner),
        InvalidOperationException { InnerException: DbException inner } => IsWorthRepeating(inner),
        _ => false,
    };
}
