using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TrainingHub.Storage;

/// <summary>
/// Statements that write whole entities, made from the model, for writers that share one transaction among many people. A new column
/// needs no change here. The texts are always the same, so that they stay prepared.
/// </summary>
public sealed class RowCommands<T>
    where T : class
{
    // A program may have both databases, in tests: each has its own model.
    private static readonly ConditionalWeakTable<IModel, RowCommands<T>> Known = [];

    private readonly string _table;
    private readonly string _insert;
    private readonly List<Column> _columns;
    private readonly List<Column> _key;

    private RowCommands(IModel model)
    {
        var entity = model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        _table = entity.GetTableName() ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        _columns = [.. entity.GetProperties().Select(property => new Column(property))];
        _key = _columns.FindAll(column => column.IsKey);
        _insert = $"INSERT INTO \"{_table}\" ({string.Join(", ", _columns.Select(column => $"\"{column.Name}\""))}) VALUES ";
    }

    internal static RowCommands<T> Of(Db db) => Known.GetValue(db.Model, model => new RowCommands<T>(model));

    /// <summary>One statement for all of them, at least one and no more than stand on a paper.</summary>
    public RowCommand Insert(params IReadOnlyList<T> rows) => new(
        _insert + string.Join(", ", rows.Select((_, row) => $"({string.Join(", ", _columns.Select((_, index) => Place(row * _columns.Count + index)))})")),
        [.. rows.SelectMany(row => _columns.Select(column => column.ValueOf(row)))]);

    /// <summary>One row, if a condition holds and no unique index is in its way; else nothing, and no error.</summary>
    /// <param name="row">Its columns without value are left out.</param>
    /// <param name="condition">Of SQL, over parameters that are numbered after those of the row; its first is made by <paramref name="more"/>.</param>
    /// <param name="more">Values of the condition.</param>
    public RowCommand InsertWhere(T row, Func<int, string> condition, params IReadOnlyList<object?> more)
    {
        var known = _columns.Select(column => (column.Name, Value: column.ValueOf(row))).Where(column => column.Value is not null).ToList();
        return new RowCommand(
            $"INSERT INTO \"{_table}\" ({string.Join(", ", known.Select(column => $"\"{column.Name}\""))}) SELECT {string.Join(", ", known.Select((_, index) => Place(index)))} "
                + $"WHERE {condition(known.Count + 1)} ON CONFLICT DO NOTHING",
            [.. known.Select(column => column.Value), .. more]);
    }

    /// <summary>Writes every column but the key, where the concurrency token is still <paramref name="knownToken"/> and the further condition holds.</summary>
    /// <param name="row">As it is to be.</param>
    /// <param name="knownToken">The concurrency token as it was read.</param>
    /// <param name="condition">Of SQL, over parameters that are numbered after those of the row; its first is made by <paramref name="more"/>.</param>
    /// <param name="more">Values of the condition.</param>
    public RowCommand Update(T row, object knownToken, Func<int, string> condition, params IReadOnlyList<object?> more)
    {
        var (written, token) = (_columns.FindAll(column => !column.IsKey), _columns.Find(column => column.IsToken) ?? throw new InvalidOperationException($"{_table} has no concurrency token."));
        var set = string.Join(", ", written.Select((column, index) => $"\"{column.Name}\" = {Place(index)}"));
        var where = string.Join(" AND ", _key.Select((column, index) => $"\"{column.Name}\" = {Place(written.Count + index)}"));
        var next = written.Count + _key.Count;
        return new RowCommand(
            $"UPDATE \"{_table}\" SET {set} WHERE {where} AND \"{token.Name}\" = {Place(next)} AND {condition(next + 2)}",
            [.. written.Select(column => column.ValueOf(row)), .. _key.Select(column => column.ValueOf(row)), knownToken, .. more]);
    }

    private static string Place(int index) => string.Create(CultureInfo.InvariantCulture, $"${index + 1}");

    private sealed class Column(IProperty property)
    {
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();

        public bool IsKey { get; } = property.IsPrimaryKey();

        public bool IsToken { get; } = property.IsConcurrencyToken;

        public object? ValueOf(T row)
        {
            var value = property.GetGetter().GetClrValue(row);
            return value is null || _convert is null ? value : _convert(value);
        }
    }
}
