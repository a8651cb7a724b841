using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// PostgreSQL: a few workers; the answers that a worker finds waiting, up to 64, are one transaction in one round trip, and each paper is one of its own.
/// The attempts' rows are locked first, in statements of their own and in one order, so that answers to one attempt and its handing in queue up and the
/// next statement sees what the lock waited for.
/// </summary>
public sealed class PostgresAnswers(NpgsqlDataSource source, DayClock clock, ILogger<AnswerWriter> log) : AnswerStore
{
    private const int Workers = 4;
    private const int LargestBatch = 64;
    private const int Tries = 3;

    // One row by its key: for a list of ids PostgreSQL would keep the plan it made while the table was small, which is to read all of it.
    private const string Lock = """SELECT 1 FROM "Attempts" WHERE "Id" = $1 FOR NO KEY UPDATE""";

    public override Task RunAsync(ChannelReader<PendingWrite> queue) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(queue)));

    private async Task WorkAsync(ChannelReader<PendingWrite> queue)
    {
        while (await queue.WaitToReadAsync())
        {
            var (answers, paper) = (new List<PendingAnswer>(), (PendingRows?)null);
            while (paper is null && answers.Count < LargestBatch && queue.TryRead(out var pending))
            {
                switch (pending)
                {
                    case { IsAbandoned: true }:
                        break;
                    case PendingAnswer answer:
                        answers.Add(answer);
                        break;
                    case PendingRows rows:
                        paper = rows;
                        break;
                    default:
                        throw new UnreachableException();
                }
            }

            if (answers.Count > 0)
            {
                await SaveAsync(answers);
            }

            if (paper is not null)
            {
                await WriteAsync(paper);
            }
        }
    }

    private async Task SaveAsync(List<PendingAnswer> answers)
    {
        try
        {
            var outcomes = await RepeatAsync(() => SaveTogetherAsync(answers.ConvertAll(pending => pending.Answer)));
            foreach (var (pending, outcome) in answers.Zip(outcomes))
            {
                pending.Complete(outcome);
            }
        }
        catch (Exception) when (answers.Count > 1)
        {
            // Nothing of it was written: one by one, so that the error reaches only the answer it concerns.
            foreach (var answer in answers)
            {
                await SaveAsync([answer]);
            }
        }
        catch (Exception exception)
        {
            log.AnswersNotSaved(exception, 1);
            answers[0].Fail(exception);
        }
    }

    private async Task WriteAsync(PendingRows rows)
    {
        try
        {
            rows.Complete(await RepeatAsync(() => WriteRowsAsync(rows)));
        }
        catch (Exception exception)
        {
            log.AnswersNotSaved(exception, 1);
            rows.Fail(exception);
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
            batch.BatchCommands.Add(Command(Lock, attempt.Id));
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

    private async Task<List<SaveOutcome>> SaveTogetherAsync(List<AnswerToSave> answers)
    {
        var now = clock.Now;
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        var attempts = answers.Select(answer => answer.AttemptId).Distinct().Order().ToList();
        attempts.ForEach(attempt => batch.BatchCommands.Add(Command(Lock, attempt)));
        foreach (var answer in answers)
        {
            batch.BatchCommands.Add(Command(Insert, answer.AttemptId, answer.PersonId, answer.Item, answer.Version, answer.Choice, now, answer.Device));
            batch.BatchCommands.Add(Command(Read, answer.AttemptId, answer.PersonId, answer.Item, answer.Version));
        }

        await using var rows = await batch.ExecuteReaderAsync();
        for (var lockRead = 1; lockRead < attempts.Count; lockRead++)
        {
            await rows.NextResultAsync();
        }

        var outcomes = new List<SaveOutcome>(answers.Count);
        foreach (var answer in answers)
        {
            await rows.NextResultAsync();
            var found = new List<AnswerReceipt>(2);
            while (await rows.ReadAsync())
            {
                found.Add(ReceiptOf(answer, rows));
            }

            outcomes.Add(OutcomeOf(answer, found));
        }

        // The batch is one transaction: its end, after which alone the reader is exhausted, is the COMMIT.
        await rows.NextResultAsync();
        return outcomes;
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
}
