using TrainingHub.Programmes;

namespace TrainingHub.Coverage;

/// <summary>The sum of some cells of one target: a post, an organization with all below it, or the whole target.</summary>
public sealed record CoverageFigure
{
    public static readonly CoverageFigure Nothing = new();

    /// <summary>The sum of cells of one target.</summary>
    public static CoverageFigure Of(IReadOnlyCollection<CoverageCell> cells) => new()
    {
        Counted = cells.Sum(cell => cell.Counted),
        Covered = cells.Sum(cell => cell.Covered),
        Excluded = cells.Sum(cell => cell.Excluded),
        Elsewhere = cells.Sum(cell => cell.Elsewhere),
        UndeclaredUnits = cells.Where(cell => cell.Declared is DeclaredState.NotDeclared).Select(cell => cell.OrganizationId).Distinct().Count(),
        UndeclaredPosts = cells.Count(cell => cell.Declared is DeclaredState.NotDeclared),
        VacantPosts = cells.Count(cell => cell.Declared is DeclaredState.Vacant),
        NotKeptPosts = cells.Count(cell => cell.Declared is DeclaredState.NotKept),
    };

    /// <summary>The sum of figures that share no unit, or that are of different posts; in the latter case units that have not declared several posts are added up.</summary>
    public static CoverageFigure Sum(IEnumerable<CoverageFigure> figures) => figures.Aggregate(Nothing, (sum, figure) => new CoverageFigure
    {
        Counted = sum.Counted + figure.Counted,
        Covered = sum.Covered + figure.Covered,
        Excluded = sum.Excluded + figure.Excluded,
        Elsewhere = sum.Elsewhere + figure.Elsewhere,
        UndeclaredUnits = sum.UndeclaredUnits + figure.UndeclaredUnits,
        UndeclaredPosts = sum.UndeclaredPosts + figure.UndeclaredPosts,
        VacantPosts = sum.VacantPosts + figure.VacantPosts,
        NotKeptPosts = sum.NotKeptPosts + figure.NotKeptPosts,
    });

    /// <summary>应训, people.</summary>
    public int Counted { get; init; }

    /// <summary>已训, people.</summary>
    public int Covered { get; init; }

    /// <summary>免训, people; not part of <see cref="Counted"/>.</summary>
    public int Excluded { get; init; }

    /// <summary>兼任: holders who count elsewhere.</summary>
    public int Elsewhere { get; init; }

    /// <summary>Units that have not declared at least one of their posts.</summary>
    public int UndeclaredUnits { get; init; }

    /// <summary>Posts not declared.</summary>
    public int UndeclaredPosts { get; init; }

    /// <summary>Posts vacant.</summary>
    public int VacantPosts { get; init; }

    /// <summary>Posts not kept, as the unit above confirmed.</summary>
    public int NotKeptPosts { get; init; }

    /// <summary>未训, people.</summary>
    public int Missing => Counted - Covered;

    /// <summary>Rounded down to one decimal; null when nobody is counted.</summary>
    public Percentage? Percentage => Coverage.Percentage.Of(Covered, Counted);

    /// <summary>How many covered people are still needed to meet the target; negative when there are more than needed.</summary>
    public int Gap(TargetRule rule) => rule.PeopleNeeded(Counted) - Covered;

    /// <summary>
    /// Whether the target is met, decided on whole people. Nobody counted is never met; a target of 100 % is not met while a unit of its
    /// population has a post that is not declared.
    /// </summary>
    public Achievement Against(TargetRule rule) =>
        Counted == 0 ? Achievement.NobodyCounted
        : (long)Covered * 100 < (long)rule.Percent * Counted ? Achievement.NotMet
        : rule.Percent == 100 && UndeclaredPosts > 0 ? Achievement.NotMetUndeclared
        : Achievement.Met;
}
