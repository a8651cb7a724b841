using TrainingHub.Programmes;

namespace TrainingHub.Coverage;

/// <summary>A target with what its own facts say: whom it counts, on which days, and whether its programme asks for training in post.</summary>
public sealed record TargetTerms
{
    public required Guid TargetId { get; init; }

    /// <summary>制定单位: whose sub-tree is counted.</summary>
    public required Guid SetterId { get; init; }
    public required Guid ProgrammeId { get; init; }

    /// <summary>The rule in force.</summary>
    public required TargetRule Rule { get; init; }

    /// <summary>All rules of the programme that we know, whatever their days.</summary>
    public IReadOnlyList<ProgrammeRule> ProgrammeRules { get; init; } = [];

    /// <summary>The day whose heads are counted: the roster day, or today while that lies ahead.</summary>
    public DateOnly RosterDayOn(DateOnly today) => Rule.RosterDay < today ? Rule.RosterDay : today;

    /// <summary>The day until which training counts (included): the cut-off day, or today while that lies ahead.</summary>
    public DateOnly CutOffDayOn(DateOnly today) => Rule.CutOffDay < today ? Rule.CutOffDay : today;

    /// <summary>Whether figures still move with the day: the cut-off day lies ahead (截至今日).</summary>
    public bool IsRunningOn(DateOnly today) => today < Rule.CutOffDay;

    /// <summary>须在本岗位期间完成, as the programme's rule of a day says; false when no rule holds on it.</summary>
    public bool IsOnlyWhileInPostOn(DateOnly day) => ProgrammeRules.Any(rule => rule.HoldsOn(day) && rule.OnlyWhileInPost);
}
