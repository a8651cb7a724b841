using System.Globalization;
using TrainingHub.Hosting;

namespace TrainingHub.Coverage;

/// <summary>What the list of promises was asked for.</summary>
public sealed record PromisesFilter
{
    private static readonly StringComparer ByPinyin = StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), ignoreCase: true);

    /// <summary>Part of the name of a target or of its setter; null for all.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>Null for all years.</summary>
    public int? Year { get; init; }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsSearch => Q is not null || Year is not null;

    public (PromiseSort Column, bool IsDown) Order => Sorting.Of(Sort, PromiseSort.Series);

    public bool Finds(TargetSummary target) => (Year is null || target.Year == Year)
        && (Q is null || target.Title.Contains(Q, StringComparison.OrdinalIgnoreCase) || target.SetterName.Contains(Q, StringComparison.OrdinalIgnoreCase));

    /// <summary>Rows that are alike stay in the order in which they come: that of their series.</summary>
    public IEnumerable<(UnitChoice Unit, List<TargetSummary> Years)> Ordered(IEnumerable<(UnitChoice Unit, List<TargetSummary> Years)> series)
    {
        var (column, isDown) = Order;
        if (column is PromiseSort.Series)
        {
            return isDown ? series.Reverse() : series;
        }

        string Key((UnitChoice Unit, List<TargetSummary> Years) row) => column switch
        {
            PromiseSort.Setter => row.Years[^1].SetterName,
            PromiseSort.Unit => row.Unit.Name,
            _ => row.Years[^1].Title,
        };
        return isDown ? series.OrderByDescending(Key, ByPinyin) : series.OrderBy(Key, ByPinyin);
    }
}
