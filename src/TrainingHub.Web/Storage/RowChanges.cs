using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TrainingHub.Storage;

/// <summary>
/// Rows of one table that are new or were read without tracking, to be written in few statements: many rows in each, on both databases.
/// EF's own saving would send a statement for each row on SQLite, and would keep copies that a later reader must never be handed.
/// Rows to be overwritten have to be under lock: one that appeared meanwhile would be lost.
/// </summary>
internal sealed class RowChanges<T>(Db db)
    where T : class
{
    // No statement longer than some 50 KB.
    private const int RowsAtOnce = 500;

    // SQLite looks for each value by its name among all of a statement: with many thousands the search takes longer than the writing.
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

    private static string Place(IProperty column, T row, Dictionary<object, int> places)
    {
        var value = column.GetGetter().GetClrValue(row);
        if (value is null)
        {
            return "NULL";
        }

        value = column.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value;
        if (!places.TryGetValue(value, out var place))
        {
            place = places.Count;
            places.Add(value, place);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{{{place}}}");
    }

    private static string Names(IEnumerable<IProperty> columns) => string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""));
}
