using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>
/// Rows of one table that were read without tracking, to be written back in few statements: many rows in each, on both databases.
/// EF's own saving would send a statement for each row on SQLite, and would keep copies that a later reader must never be handed.
/// The rows have to be under lock: one that appeared meanwhile would be overwritten.
/// </summary>
internal sealed class RowChanges<T>(Db db)
    where T : class
{
    // Far below the number of parameters that either database takes, and no statement longer than some 50 KB.
    private const int RowsAtOnce = 500;
    private readonly List<T> _written = [];
    private readonly List<T> _removed = [];

    /// <summary>Inserts the row, or overwrites the one with its key.</summary>
    public void Write(T row) => _written.Add(row);

    public void Remove(T row) => _removed.Add(row);

    public async Task SaveAsync(CancellationToken cancel)
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        var key = entity.FindPrimaryKey()?.Properties ?? throw new InvalidOperationException($"{typeof(T).Name} has no key.");
        var rest = entity.GetProperties().Except(key).ToList();
        foreach (var chunk in _removed.Chunk(RowsAtOnce))
        {
            await RunAsync($"DELETE FROM \"{entity.GetTableName()}\" WHERE ({Names(key)}) IN (VALUES ", chunk, key, ")", cancel);
        }

        var overwrite = string.Join(", ", rest.Select(column => $"\"{column.GetColumnName()}\" = excluded.\"{column.GetColumnName()}\""));
        foreach (var chunk in _written.Chunk(RowsAtOnce))
        {
            await RunAsync($"INSERT INTO \"{entity.GetTableName()}\" ({Names([.. key, .. rest])}) VALUES ", chunk, [.. key, .. rest],
                $" ON CONFLICT ({Names(key)}) DO UPDATE SET {overwrite}", cancel);
        }
    }

    private Task<int> RunAsync(string begin, T[] rows, IReadOnlyList<IProperty> columns, string end, CancellationToken cancel)
    {
        // Targets, organizations and days come again in row after row: each value is sent once.
        var places = new Dictionary<object, int>();
        var values = string.Join(", ", rows.Select(row => $"({string.Join(", ", columns.Select(column => Place(column, row, places)))})"));
        return db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(begin + values + end, [.. places.OrderBy(place => place.Value).Select(place => place.Key)]), cancel);
    }

    private static string Place(IProperty column, T row, Dictionary<object, int> places)
    {
        var value = column.GetGetter().GetClrValue(row);
        if (value is null)
        {
            return "NULL";
        }

        value = value is Enum name ? Convert.ToInt32(name, CultureInfo.InvariantCulture) : value;
        if (!places.TryGetValue(value, out var place))
        {
            place = places.Count;
            places.Add(value, place);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{{{place}}}");
    }

    private static string Names(IEnumerable<IProperty> columns) => string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""));
}
