using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// SQLite: whatever has queued up while the gate was waited for, up to 256 answers and papers, goes into one transaction on a connection of
/// its own with prepared commands. One COMMIT, one fsync, many receipts.
/// </summary>
public sealed class SqliteAnswers(StorageOptions storage, WriteGate gate, DayClock clock, ILogger<AnswerWriter> log) : AnswerStore, IDisposable
{
    private const int LargestBatch = 256;
    private const int Constraint = 19;
    private const int PrimaryKey = 1555;
    private const int Unique = 2067;

    private Statements? _statements;

    public override async Task RunAsync(ChannelReader<PendingWrite> queue)
    {
        while (await queue.WaitToReadAsync())
        {
            using var turn = await gate.EnterAsync(CancellationToken.None);
            var batch = new List<PendingWrite>();
            while (batch.Count < LargestBatch && queue.TryRead(out var pending))
            {
                if (!pending.IsAbandoned)
                {
                    batch.Add(pending);
                }
            }

            if (batch.Count > 0)
            {
                Write(batch);
            }
        }
    }

    public void Dispose() => _statements?.Dispose();

    private void Write(List<PendingWrite> batch)
    {
        var deliveries = new List<Action>(batch.Count);
        try
        {
            var statements = _statements ??= new Statements(storage);
            statements.Begin();
            var now = clock.Now;
            deliveries.AddRange(batch.Select(pending => Save(statements, pending, now)));
            statements.Commit();
        }
        catch (Exception exception)
        {
            // Nothing of the batch was acknowledged; the next one starts on a new connection.
            log.AnswersNotSaved(exception, batch.Count);
            _statements?.Dispose();
            _statements = null;
            batch.ForEach(pending => pending.Fail(exception));
            return;
        }

        deliveries.ForEach(deliver => deliver());
    }

    private static Action Save(Statements statements, PendingWrite pending, DateTime now)
    {
        try
        {
            switch (pending)
            {
                case PendingAnswer answer:
                    var outcome = statements.Save(answer.Answer, now);
                    return () => answer.Complete(outcome);
                case PendingRows rows:
                    var isWritten = statements.Write(rows.Commands);
                    return () => rows.Complete(isWritten);
                default:
                    throw new UnreachableException();
            }
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Constraint)
        {
            // A refused row ends its own statement and leaves the transaction as it was; any other error may have ended that too.
            return pending is PendingRows rows && exception.SqliteExtendedErrorCode is PrimaryKey or Unique
                ? () => rows.Complete(false)
                : () => pending.Fail(exception);
        }
    }

    private sealed class Statements : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly SqliteCommand _begin;
        private readonly SqliteCommand _insert;
        private readonly SqliteCommand _read;
        private readonly SqliteCommand _commit;
        private readonly Dictionary<string, SqliteCommand> _rows = new(StringComparer.Ordinal);

        public Statements(StorageOptions storage)
        {
            _connection = new SqliteConnection(new SqliteConnectionStringBuilder(SqliteSettings.ConnectionString(storage.DatabaseFile)) { Pooling = false }.ConnectionString);
            _connection.Open();
            SqlitePragmas.Apply(_connection);
            _begin = Prepare("BEGIN IMMEDIATE", parameters: 0);
            _insert = Prepare(Insert, parameters: 7);
            _read = Prepare(Read, parameters: 4);
            _commit = Prepare("COMMIT", parameters: 0);
        }

        public void Begin() => _begin.ExecuteNonQuery();

        public void Commit() => _commit.ExecuteNonQuery();

        public SaveOutcome Save(AnswerToSave answer, DateTime now)
        {
            Set(_insert, answer.AttemptId, answer.PersonId, answer.Item, answer.Version, answer.Choice, now, answer.Device);
            _insert.ExecuteNonQuery();
            Set(_read, answer.AttemptId, answer.PersonId, answer.Item, answer.Version);
            using var rows = _read.ExecuteReader();
            var found = new List<AnswerReceipt>(2);
            while (rows.Read())
            {
                found.Add(ReceiptOf(answer, rows));
            }

            return OutcomeOf(answer, found);
        }

        /// <summary>Whether the last command changed a row.</summary>
        public bool Write(IReadOnlyList<RowCommand> commands)
        {
            var changed = 0;
            foreach (var (text, values) in commands)
            {
                if (!_rows.TryGetValue(text, out var command))
                {
                    _rows.Add(text, command = Prepare(text, values.Count));
                }

                Set(command, [.. values.Select(value => value ?? DBNull.Value)]);
                changed = command.ExecuteNonQuery();
            }

            return changed > 0;
        }

        public void Dispose()
        {
            foreach (var command in _rows.Values)
            {
                command.Dispose();
            }

            _begin.Dispose();
            _insert.Dispose();
            _read.Dispose();
            _commit.Dispose();
            _connection.Dispose();
        }

        private SqliteCommand Prepare(string text, int parameters)
        {
            var command = _connection.CreateCommand();
            command.CommandText = text;
            for (var index = 1; index <= parameters; index++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${index}") });
            }

            return command;
        }

        private static void Set(SqliteCommand command, params object[] values)
        {
            for (var index = 0; index < values.Length; index++)
            {
                command.Parameters[index].Value = values[index];
            }
        }
    }
}
