namespace TrainingHub.Coverage;

/// <summary>All units that a filter finds, by what they lack: those directly below, which are few, or those of a past day, which are at hand once it is counted.</summary>
public sealed record UnitGaps
{
    /// <summary>The sum of all that the filter lets through.</summary>
    public required CoverageFigure Total { get; init; }

    /// <summary>In the filter's order.</summary>
    public required IReadOnlyList<FigureRow<UnitChoice>> Rows { get; init; }

    /// <summary>In people; at least 1.</summary>
    public int LargestGap(TargetSummary target) => Rows.Select(row => row.Figure.Gap(target.Rule)).Append(1).Max();

    /// <summary>Of a past day, filtered and ordered as <see cref="GapsQuery"/> does for today.</summary>
    public static UnitGaps Of(FiguresAsOf figures, GapsFilter filter)
    {
        var (kind, having) = (filter.Kind, figures.Details.Values.AsQueryable().With(filter.Stage, filter.Flag).ToDictionary(d => d.OrganizationId, d => d.Kind));
        var rows = figures.Cells.Where(cell => having.TryGetValue(cell.OrganizationId, out var of) && (kind is not { } wanted || (of & wanted) == wanted))
            .GroupBy(cell => filter.IsAll ? figures.Members[cell.OrganizationId] : figures.Below[cell.OrganizationId])
            .Select(cells => new FigureRow<UnitChoice>(cells.Key, CoverageFigure.Of([.. cells])))
            .Where(row => IsAsked(row.Figure, figures.Target, filter.State)).ToList();
        return new UnitGaps { Total = CoverageFigure.Sum(rows.Select(row => row.Figure)), Rows = [.. Ordered(rows, figures.Target, filter.Order)] };
    }

    private static bool IsAsked(CoverageFigure figure, TargetSummary target, string? state) => state switch
    {
        "met" => figure.Against(target.Rule) is Achievement.Met,
        "unmet" => figure.Against(target.Rule) is Achievement.NotMet or Achievement.NotMetUndeclared,
        "undeclared" => figure.UndeclaredPosts > 0,
        "nobody" => figure.Counted == 0,
        _ => true,
    };

    private static IEnumerable<FigureRow<UnitChoice>> Ordered(List<FigureRow<UnitChoice>> rows, TargetSummary target, (GapSort Column, bool IsDown) order)
    {
        var (column, isDown) = order;
        Func<FigureRow<UnitChoice>, long> number = column switch
        {
            GapSort.Counted => row => row.Figure.Counted,
            GapSort.Covered => row => row.Figure.Covered,
            GapSort.Missing => row => row.Figure.Missing,
            GapSort.Undeclared => row => row.Figure.UndeclaredPosts,
            GapSort.Vacant => row => row.Figure.VacantPosts,
            GapSort.Percentage => row => row.Figure.Percentage?.Tenths ?? 0,
            _ => row => row.Figure.Gap(target.Rule),
        };
        // Where nobody is counted there is no percentage: last in both directions.
        var ordered = column switch
        {
            GapSort.Name when isDown => rows.OrderByDescending(row => row.Of.Name, StringComparer.Ordinal),
            GapSort.Name => rows.OrderBy(row => row.Of.Name, StringComparer.Ordinal),
            _ => rows.OrderBy(row => column is GapSort.Percentage && row.Figure.Counted == 0).ThenBy(row => isDown ? -number(row) : number(row)),
        };
        return ordered.ThenBy(row => row.Of.Name, StringComparer.Ordinal).ThenBy(row => row.Of.Id);
    }
}
