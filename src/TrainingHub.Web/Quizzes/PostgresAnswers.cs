using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// PostgreSQL: a few workers, each answer and each paper a transaction of its own in one round trip. The attempt's row is locked first, in a statement of
/// its own, so that answers to one attempt and its handing in queue up and the next statement sees what the lock waited for.
/// </summary>
public sealed class PostgresAnswers(NpgsqlDataSource source, DayClock clock, ILogger<AnswerWriter> log) : AnswerStore
{
    private const int Workers = 8;
    private const int Tries = 3;
    private const string Lock = """SELECT 1 FROM "Attempts" WHERE "Id" = $1 AND "PersonId" = $2 FOR NO KEY UPDATE""";

    // Positional parameters: each statement of a batch numbers its own.
    private static readonly string InsertNumbered = Numbered(Insert);
    private static readonly string ReadNumbered = Numbered(Read);

    public override Task RunAsync(ChannelReader<PendingWrite> queue) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(queue)));

    private async Task WorkAsync(ChannelReader<PendingWrite> queue)
    {
        await foreach (var pending in queue.ReadAllAsync())
        {
            if (pending.IsAbandoned)
            {
                continue;
            }

            try
            {
                await WriteAsync(pending);
            }
            catch (Exception exception)
            {
                log.AnswersNotSaved(exception, 1);
                pending.Fail(exception);
            }
        }
    }

    private async Task WriteAsync(PendingWrite pending)
    {
        switch (pending)
        {
            case PendingAnswer answer:
                answer.Complete(await RepeatAsync(() => SaveOnceAsync(answer.Answer)));
                break;
            case PendingRows rows:
                rows.Complete(await RepeatAsync(() => WriteRowsAsync(rows)));
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static async Task<T> RepeatAsync<T>(Func<Task<T>> write)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await write();
            }
            catch (NpgsqlException exception) when (attempt < Tries && exception.IsTransient)
            {
                // Whether the first try was committed need not be known: the same version of an answer is one row, and rows of a paper
                // that are there already are refused, upon which the caller looks again.
                await Task.Delay(Random.Shared.Next(5, 25 * attempt));
            }
        }
    }

    private async Task<bool> WriteRowsAsync(PendingRows rows)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        if (rows.Locked is { } attempt)
        {
            batch.BatchCommands.Add(Command(Lock, attempt.Id, attempt.PersonId));
        }

        foreach (var (text, values) in rows.Commands)
        {
            batch.BatchCommands.Add(Command(text, [.. values.Select(value => value ?? DBNull.Value)]));
        }

        try
        {
            await batch.ExecuteNonQueryAsync();
            return batch.BatchCommands[^1].RecordsAffected > 0;
        }
        catch (PostgresException exception) when (string.Equals(exception.SqlState, PostgresErrorCodes.UniqueViolation, StringComparison.Ordinal))
        {
            return false;
        }
    }

    private async Task<SaveOutcome> SaveOnceAsync(AnswerToSave answer)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Command(Lock, answer.AttemptId, answer.PersonId));
        batch.BatchCommands.Add(Command(InsertNumbered, answer.AttemptId, answer.PersonId, answer.Item, answer.Version, answer.Choice, clock.Now));
        batch.BatchCommands.Add(Command(ReadNumbered, answer.AttemptId, answer.PersonId, answer.Item, answer.Version));
        var found = new List<AnswerReceipt>(2);
        // The batch is one transaction: its end, after which alone the reader is exhausted, is the COMMIT.
        await using (var rows = await batch.ExecuteReaderAsync())
        {
            await rows.NextResultAsync();
            while (await rows.ReadAsync())
            {
                found.Add(ReceiptOf(answer, rows));
            }

            await rows.NextResultAsync();
        }

        return OutcomeOf(answer, found);
    }

    private static NpgsqlBatchCommand Command(string text, params object[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    private static string Numbered(string text) => text
        .Replace("@attempt", "$1", StringComparison.Ordinal)
        .Replace("@person", "$2", StringComparison.Ordinal)
        .Replace("@item", "$3", StringComparison.Ordinal)
        .Replace("@version", "$4", StringComparison.Ordinal)
        .Replace("@choice", "$5", StringComparison.Ordinal)
        .Replace("@now", "$6", StringComparison.Ordinal);
}
