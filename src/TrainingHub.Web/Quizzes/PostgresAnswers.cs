using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// PostgreSQL: a few workers; the answers that a worker finds waiting, up to 64, are one transaction in one round trip, and each paper is one of its own.
/// The attempts' rows are locked first, in a statement of its own and in one order, so that answers to one attempt and its handing in queue up and the
/// next statement sees what the lock waited for.
/// </summary>
public sealed class PostgresAnswers(NpgsqlDataSource source, DayClock clock, ILogger<AnswerWriter> log) : AnswerStore
{
    private const int Workers = 4;
    private const int LargestBatch = 64;
    private const int Tries = 3;
    private const string LockAll = """SELECT 1 FROM "Attempts" WHERE "Id" = ANY($1) ORDER BY "Id" FOR NO KEY UPDATE""";

    // The answers come as columns: three statements, however many they are.
    private const string InsertAll =
        """
        INSERT INTO "AnswerEntries" ("AttemptId", "Item", "Version", "Choice", "SavedAt", "IsLate")
        SELECT a."Id", i."Number", s.version, s.choice, $7, (a."SubmittedAt" IS NOT NULL OR a."Deadline" < $7)
        FROM unnest($1, $2, $3, $4, $5, $6) AS s(attempt, person, item, version, choice, device)
        JOIN "Attempts" a ON a."Id" = s.attempt AND a."PersonId" = s.person AND (a."Device" IS NULL OR a."Device" = s.device)
        JOIN "AttemptItems" i ON i."AttemptId" = a."Id" AND i."Number" = s.item
        WHERE NOT EXISTS (SELECT 1 FROM "AnswerEntries" e WHERE e."AttemptId" = s.attempt AND e."Item" = s.item AND e."Version" >= s.version)
        """;

    private const string ReadAll =
        """
        SELECT e."Version", e."Choice", e."SavedAt", e."IsLate", a."Deadline", a."SubmittedAt" IS NULL, a."Device", s.place
        FROM unnest($1, $2, $3, $4) WITH ORDINALITY AS s(attempt, person, item, version, place)
        JOIN "Attempts" a ON a."Id" = s.attempt AND a."PersonId" = s.person
        JOIN "AnswerEntries" e ON e."AttemptId" = a."Id" AND e."Item" = s.item
        WHERE e."Version" = s.version
           OR e."Version" = (SELECT MAX(n."Version") FROM "AnswerEntries" n WHERE n."AttemptId" = s.attempt AND n."Item" = s.item)
        ORDER BY s.place, e."Version"
        """;

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

            foreach (var round in Rounds(answers))
            {
                await SaveAsync(round);
            }

            if (paper is not null)
            {
                await WriteAsync(paper);
            }
        }
    }

    /// <summary>One statement does not see its own rows: of each item one version at a time, in the order in which they came.</summary>
    private static IEnumerable<List<PendingAnswer>> Rounds(List<PendingAnswer> answers) => answers
        .GroupBy(pending => (pending.Answer.AttemptId, pending.Answer.Item))
        .SelectMany(item => item.Select((pending, round) => (pending, round)))
        .GroupBy(one => one.round, one => one.pending)
        .OrderBy(round => round.Key)
        .Select(round => round.ToList());

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
            batch.BatchCommands.Add(Command(LockAll, (Guid[])[attempt.Id]));
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
        var attempts = answers.Select(answer => answer.AttemptId).ToArray();
        var people = answers.Select(answer => answer.PersonId).ToArray();
        var items = answers.Select(answer => answer.Item).ToArray();
        var versions = answers.Select(answer => answer.Version).ToArray();
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Command(LockAll, attempts));
        batch.BatchCommands.Add(Command(
            InsertAll, attempts, people, items, versions, answers.Select(answer => answer.Choice).ToArray(), answers.Select(answer => answer.Device).ToArray(), clock.Now));
        batch.BatchCommands.Add(Command(ReadAll, attempts, people, items, versions));

        var found = answers.ConvertAll(_ => new List<AnswerReceipt>(2));
        // The batch is one transaction: its end, after which alone the reader is exhausted, is the COMMIT.
        await using (var rows = await batch.ExecuteReaderAsync())
        {
            await rows.NextResultAsync();
            while (await rows.ReadAsync())
            {
                var place = (int)rows.GetInt64(7) - 1;
                found[place].Add(ReceiptOf(answers[place], rows));
            }

            await rows.NextResultAsync();
        }

        return [.. answers.Zip(found, OutcomeOf)];
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
