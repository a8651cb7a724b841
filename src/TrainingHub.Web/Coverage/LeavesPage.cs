using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>A person's leave, and the form of another one.</summary>
public sealed record LeavesPage
{
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }

    /// <summary>Leave whichever unit it was entered for, and departures from units within reach; the latest first.</summary>
    public required IReadOnlyList<Leave> Leaves { get; init; }

    /// <summary>Targets of this year and later in which the person counts and for which the reader may ask an exclusion.</summary>
    public required IReadOnlyList<LeaveTarget> Targets { get; init; }

    /// <summary>Exclusions of the person that were asked or approved, by their first day.</summary>
    public required IReadOnlyList<LeaveExclusion> Exclusions { get; init; }

    /// <summary>Those that go with none of the leaves.</summary>
    public IEnumerable<LeaveExclusion> Loose => Exclusions.Where(exclusion => !Leaves.Any(leave => exclusion.GoesWith(leave)));

    /// <summary>The mark of the leaves that are known.</summary>
    public required string Version { get; init; }
    public LeaveInput Input { get; init; } = new();
}

/// <summary>A target in which a person counts.</summary>
public sealed record LeaveTarget(Guid Id, string Slug, string Name, int Year);

/// <summary>An exclusion of somebody on leave.</summary>
/// <param name="MayWithdraw">Whether the reader may end it.</param>
public sealed record LeaveExclusion(
    Guid Id, string Slug, string Name, string NameEn, int Year, ExclusionReason Why, ExclusionState State, DateOnly From, DateOnly Until, bool MayWithdraw)
{
    /// <summary>Whether it is for this leave.</summary>
    public bool GoesWith(Leave leave) => LeaveDays.Of(leave).Covers(Why, From, Until);
}
