using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>What a list of organizations does with one of its rows.</summary>
public sealed record UnitPlan
{
    public required UnitRow Row { get; init; }

    /// <summary>Added, changed, unchanged or refused.</summary>
    public required RowVerdict Verdict { get; init; }
    public UnitReason Reason { get; init; }
    public UnitColumn Column { get; init; }
    public string Found { get; init; } = "";

    /// <summary>What helps to mend it: names and codes of units that may be meant, numbers of other rows.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The unit, a new one by an id given in advance; empty where the row is refused.</summary>
    public Guid UnitId { get; init; }

    /// <summary>The unit above, of a new one or of one that moves; null where it stays.</summary>
    public Guid? ParentId { get; init; }
    public string ParentName { get; init; } = "";

    /// <summary>First day of a new one: as long as the unit above exists where the file says none.</summary>
    public DateOnly From { get; init; }

    /// <summary>Units between a new one and one that is there already.</summary>
    public int Depth { get; init; }

    /// <summary>What changes of a unit that is there, by column.</summary>
    public IReadOnlyList<UnitDifference> Differences { get; init; } = [];

    /// <summary>New units, those above first; then changes of others; then what is refused. What stays as it is, is left out.</summary>
    public static IReadOnlyList<UnitPlan> InWritingOrder(IEnumerable<UnitPlan> plans) =>
        [.. plans.Where(plan => plan.Verdict is not RowVerdict.Unchanged).OrderBy(plan => plan.Verdict switch { RowVerdict.Added => 0, RowVerdict.Changed => 1, _ => 2 }).ThenBy(plan => plan.Depth)];

    /// <summary>The plans with those refused that somebody else was faster with.</summary>
    /// <param name="plans">In the order of writing.</param>
    /// <param name="late">Places in it, from one.</param>
    public static IEnumerable<UnitPlan> AfterWriting(IEnumerable<UnitPlan> plans, IReadOnlySet<int> late)
    {
        ArgumentNullException.ThrowIfNull(late);
        return plans.Select((plan, index) => late.Contains(index + 1) ? plan with { Verdict = RowVerdict.Refused, Reason = UnitReason.ChangedMeanwhile, Column = UnitColumn.None } : plan);
    }
}

/// <summary>One difference between a list of organizations and a unit.</summary>
/// <param name="Column">Where.</param>
/// <param name="Old">As it is; kinds, stages and flags by their names in the code.</param>
/// <param name="New">As the file says it.</param>
public sealed record UnitDifference(UnitColumn Column, string Old, string New)
{
    /// <summary>Last day on which the new one holds (included): the day before a later change that is known already and stays; open where none is.</summary>
    public DateOnly Until { get; init; } = Day.Open;
}
