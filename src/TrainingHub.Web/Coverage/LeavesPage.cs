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

    /// <summary>The mark of the leaves that are known.</summary>
    public required string Version { get; init; }
    public LeaveInput Input { get; init; } = new();
}

/// <summary>A target in which a person counts.</summary>
public sealed record LeaveTarget(Guid Id, string Slug, string Name, int Year);
