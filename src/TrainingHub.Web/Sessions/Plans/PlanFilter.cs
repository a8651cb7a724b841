using TrainingHub.Hosting;

namespace TrainingHub.Sessions.Plans;

/// <summary>Which people of a plan are listed, as it stands in the address.</summary>
public sealed record PlanFilter
{
    /// <summary>Number of a batch; 0: those left over. Null: all.</summary>
    public int? Batch { get; init; }

    /// <summary>A part of the name or unit.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 60 } text ? text : value.Trim()[..60]; }
    public string? Sort { get; init; }
    public int Page { get; init; } = 1;

    public (PlanSort Column, bool IsDown) Order => Sorting.Of(Sort, PlanSort.Batch);

    /// <summary>The rows asked for, in their order.</summary>
    internal List<PlanRow> Of(IReadOnlyList<PlanRow> rows)
    {
        var found = rows.Where(row => (Batch is not { } number || (row.Batch ?? 0) == number)
            && (Q is null || row.Name.Contains(Q, StringComparison.OrdinalIgnoreCase) || row.UnitName.Contains(Q, StringComparison.OrdinalIgnoreCase)));
        var (column, isDown) = Order;
        return column switch
        {
            PlanSort.Name => Sorted(found, row => row.Name, StringComparer.Ordinal, isDown),
            PlanSort.Unit => Sorted(found, row => row.UnitName, StringComparer.Ordinal, isDown),
            PlanSort.Post => Sorted(found, row => (int)(row.Post ?? default), Comparer<int>.Default, isDown),
            _ => isDown ? [.. found.Reverse()] : [.. found],
        };
    }

    private static List<PlanRow> Sorted<TKey>(IEnumerable<PlanRow> rows, Func<PlanRow, TKey> key, IComparer<TKey> comparer, bool isDown) =>
        [.. isDown ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer)];
}
