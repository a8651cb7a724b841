using System.Linq.Expressions;

namespace TrainingHub.Hosting;

/// <summary>The order of a list as its address says it: <c>sort=Name</c> upwards, <c>sort=Name.down</c> downwards.</summary>
public static class Sorting
{
    private const string Down = ".down";

    /// <returns>The column and its direction; what cannot be read is the list's own order.</returns>
    public static (TColumn Column, bool IsDown) Of<TColumn>(string? typed, TColumn otherwise, bool isOtherwiseDown = false)
        where TColumn : struct, Enum
    {
        var isDown = typed?.EndsWith(Down, StringComparison.OrdinalIgnoreCase) is true;
        var name = isDown ? typed?[..^Down.Length] : typed;
        return Enum.TryParse<TColumn>(name, ignoreCase: true, out var column) && Enum.IsDefined(column) ? (column, isDown) : (otherwise, isOtherwiseDown);
    }

    public static string Written(Enum column, bool isDown) => isDown ? column + Down : column.ToString();

    extension<T>(IQueryable<T> rows)
    {
        public IOrderedQueryable<T> OrderBy<TKey>(Expression<Func<T, TKey>> key, bool isDown) => isDown ? rows.OrderByDescending(key) : rows.OrderBy(key);
    }
}
