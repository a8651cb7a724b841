using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TrainingHub.Storage;

/// <summary>
/// A statement of SQLite that runs with one row of values after another, in whatever transaction its connection is. The provider's own command looks for
/// each parameter by its name and makes a reader for each run, which takes longer than to write the row. Values become what the provider makes of them.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">Open for as long as the statement.</param>
    /// <param name="text">Its parameters are <c>?1</c>, <c>?2</c> …</param>
    /// <exception cref="SqliteException">The text is none.</exception>
    public SqliteStatement(SqliteConnection connection, string text)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        var code = raw.sqlite3_prepare_v2(_database, text, out _statement);
        SqliteException.ThrowExceptionForRC(code, _database);
    }

    /// <summary>Gives a parameter, from one, its value for the next run.</summary>
    public void Bind(int place, object? value) => SqliteException.ThrowExceptionForRC(value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        string text => raw.sqlite3_bind_text(_statement, place, text),
        Guid id => BindId(place, id),
        DateOnly day => BindText(place, day, "yyyy-MM-dd"),
        DateTime moment => BindText(place, moment, @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF"),
        bool flag => raw.sqlite3_bind_int64(_statement, place, flag ? 1 : 0),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        byte or sbyte or short or ushort or uint => raw.sqlite3_bind_int64(_statement, place, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(_statement, place, 0),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new NotSupportedException($"A column of {value.GetType().Name} is written nowhere row by row yet."),
    }, _database);

    /// <summary>Runs it once.</summary>
    /// <exception cref="SqliteException">A constraint of the table refuses the row.</exception>
    public void Run()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is not raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }

        _ = raw.sqlite3_reset(_statement);
    }

    public void Dispose() => _statement.Dispose();

    private int BindId(int place, Guid id)
    {
        Span<byte> text = stackalloc byte[36];
        _ = id.TryFormat(text, out _);
        Ascii.ToUpperInPlace(text, out _);
        return raw.sqlite3_bind_text(_statement, place, text);
    }

    private int BindText<TValue>(int place, TValue value, string format) where TValue : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[40];
        _ = value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(_statement, place, text[..length]);
    }
}
