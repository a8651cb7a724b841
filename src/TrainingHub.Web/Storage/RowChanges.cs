using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TrainingHub.Storage;

/// <summary>
/// Rows of one table that are new or were read without tracking, to be written in few statements: on PostgreSQL many rows in each, on SQLite one that
/// stays prepared from row to row. EF's own saving would read and plan it anew for each, and would keep copies that a later reader must never be handed.
/// Rows to be overwritten have to be under lock: one that appeared meanwhile would be lost.
/// </summary>
internal sealed class RowChanges<T>(Db db)
    where T : class
{
    // No statement longer than some 50 KB.
    private const int RowsAtOnce = 500;

    private const int ValuesAtOnce = 1000;
    private readonly List<T> _added = [];
    private readonly List<T> _written = [];
    private readonly List<T> _removed = [];

    /// <summary>Inserts the row; one with its key must not be there.</summary>
    public void Add(T row) => _added.Add(row);

    /// <summary>Inserts the row, or overwrites the one with its key.</summary>
    public void Write(T row) => _written.Add(row);

    public void Remove(T row) => _removed.Add(row);

    public async Task SaveAsync(CancellationToken cancel)
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        var key = entity.FindPrimaryKey()?.Properties ?? throw new InvalidOperationException($"{typeof(T).Name} has no key.");
        var rest = entity.GetProperties().Except(key).ToList();
        await RunAsync($"DELETE FROM \"{entity.GetTableName()}\" WHERE ({Names(key)}) IN (VALUES ", _removed, key, ")", cancel);
        IReadOnlyList<IProperty> all = [.. key, .. rest];
        var insert = $"INSERT INTO \"{entity.GetTableName()}\" ({Names(all)}) VALUES ";
        await RunAsync(insert, _added, all, "", cancel);
        var overwrite = string.Join(", ", rest.Select(column => $"\"{column.GetColumnName()}\" = excluded.\"{column.GetColumnName()}\""));
        await RunAsync(insert, _written, all, $" ON CONFLICT ({Names(key)}) DO UPDATE SET {overwrite}", cancel);
    }

    private async Task RunAsync(string begin, List<T> rows, IReadOnlyList<IProperty> columns, string end, CancellationToken cancel)
    {
        if (rows.Count is 0)
        {
            return;
        }

        if (db.Database.GetDbConnection() is SqliteConnection connection)
        {
            await db.Database.OpenConnectionAsync(cancel);
            try
            {
                RunOneByOne(connection, begin, rows, columns, end);
            }
            finally
            {
                await db.Database.CloseConnectionAsync();
            }

            return;
        }

        for (var done = 0; done < rows.Count;)
        {
            // Targets, organizations and days come again in row after row: each value is sent once.
            var (values, places) = (new List<string>(), new Dictionary<object, int>());
            while (done < rows.Count && values.Count < RowsAtOnce && (values.Count is 0 || places.Count + columns.Count <= ValuesAtOnce))
            {
                values.Add($"({string.Join(", ", columns.Select(column => Place(column, rows[done], places)))})");
                done++;
            }

            var text = begin + string.Join(", ", values) + end;
            await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(text, [.. places.OrderBy(place => place.Value).Select(place => place.Key)]), cancel);
        }
    }

    private static void RunOneByOne(SqliteConnection connection, string begin, List<T> rows, IReadOnlyList<IProperty> columns, string end)
    {
        var places = string.Join(", ", columns.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"?{index + 1}")));
        List<(Func<T, object?> Read, Func<object?, object?>? Convert)> values = [.. columns.Select(column => (Reading(column), column.GetTypeMapping().Converter?.ConvertToProvider))];
        using var statement = new SqliteStatement(connection, $"{begin}({places}){end}");
        foreach (var row in rows)
        {
            for (var index = 0; index < values.Count; index++)
            {
                var (read, convert) = values[index];
                var value = read(row);
                statement.Bind(index + 1, value is null || convert is null ? value : convert(value));
            }

            statement.Run();
        }

        static Func<T, object?> Reading(IProperty column)
        {
            var getter = column.GetGetter();
            return row => getter.GetClrValue(row);
        }
    }

    private static object? ValueOf(IProperty column, T row) =>
        column.GetGetter().GetClrValue(row) is { } value ? column.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value : null;

    private static string Place(IProperty column, T row, Dictionary<object, int> places)
    {
        if (ValueOf(column, row) is not { } value)
        {
            return "NULL";
        }

        if (!places.TryGetValue(value, out var place))
        {
            place = places.Count;
            places.Add(value, place);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{{{place}}}");
    }

    private static string Names(IEnumerable<IProperty> columns) => string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""));
}
