using TrainingHub.Hosting;

namespace TrainingHub.Reports;

/// <summary>Which final sheets are asked for.</summary>
public sealed record FinalsFilter
{
    /// <summary>Null for the latest year of which a target's cut-off day is over.</summary>
    public int? Year { get; init; }

    /// <summary>Null for all.</summary>
    public FinalState? State { get; init; }

    /// <summary>A part of the target or of the unit that set it.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }
    public int Page { get; init; } = 1;

    public (FinalSort Column, bool IsDown) Order => Sorting.Of(Sort, FinalSort.Target);
    public bool IsSearch => State is not null || Q is not null;

    /// <summary>The rows asked for, in their order.</summary>
    internal List<FinalRow> Of(IEnumerable<FinalRow> rows)
    {
        var found = rows.Where(row => (State is not { } state || row.State == state)
            && (Q is null || row.Target.Title.Contains(Q, StringComparison.OrdinalIgnoreCase) || row.Target.SetterName.Contains(Q, StringComparison.OrdinalIgnoreCase))).ToList();
        var (column, isDown) = Order;
        return column switch
        {
            FinalSort.Setter => Sorted(found, row => row.Target.SetterName, StringComparer.Ordinal, isDown),
            FinalSort.CutOffDay => Sorted(found, row => row.CutOffDay, Comparer<DateOnly>.Default, isDown),
            FinalSort.State => Sorted(found, row => (int)row.State, Comparer<int>.Default, isDown),
            _ => isDown ? [.. found.AsEnumerable().Reverse()] : found,
        };
    }

    private static List<FinalRow> Sorted<TKey>(IEnumerable<FinalRow> rows, Func<FinalRow, TKey> key, IComparer<TKey> comparer, bool isDown) =>
        [.. isDown ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer)];
}
