using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;

namespace TrainingHub.Reports;

/// <summary>The figures of one target in a report, as of the report's cut-off day and moment.</summary>
public sealed record TargetPart
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string NameEn { get; init; }
    public required string ProgrammeName { get; init; }

    /// <summary>Null in parts that were counted before it was kept: the Chinese name stands in its place.</summary>
    public string? ProgrammeNameEn { get; init; }
    public required string SetterName { get; init; }
    public string? Source { get; init; }
    public required int Year { get; init; }

    /// <summary>Whole percent.</summary>
    public required int Percent { get; init; }
    public required CorePosition Positions { get; init; }

    /// <summary>Organizations and employments counted, and what training has to be: field by field as in <see cref="TargetRule"/>. No kinds in parts that were counted before these were kept.</summary>
    public OrganizationKind Kinds { get; init; }
    public OrganizationFlags RequiredFlags { get; init; }
    public OrganizationFlags ExcludedFlags { get; init; }
    public Employment Employments { get; init; } = Employment.All;
    public bool OnlyWhileValid { get; init; }
    public bool OnlyWhileInPost { get; init; }

    /// <summary>The names behind the figure and the changes before its day, see <see cref="ReportNames"/>; null in parts that were counted before they were kept.</summary>
    public Guid? Names { get; init; }

    /// <summary>First and last day on which training counts (included).</summary>
    public required DateOnly WindowFrom { get; init; }
    public required DateOnly WindowUntil { get; init; }
    public required DateOnly RosterDay { get; init; }

    /// <summary>统计截止日.</summary>
    public required DateOnly CutOffDay { get; init; }

    /// <summary>The day that the figures are of: the report's cut-off day, or the target's own where that came before.</summary>
    public required DateOnly Day { get; init; }
    public required ReportFigure Total { get; init; }

    /// <summary>In the order of the common core.</summary>
    public IReadOnlyList<PostPart> Posts { get; init; } = [];

    /// <summary>The units directly below by name, and the unit itself where it keeps posts of its own; empty when there is only that one.</summary>
    public IReadOnlyList<UnitPart> Units { get; init; } = [];

    /// <summary>First of the thirty days up to <see cref="Day"/> (both included) in which changes are counted.</summary>
    public required DateOnly ChangesFrom { get; init; }

    /// <summary>Posts begun, posts ended, exclusions begun and exclusions withdrawn in those days.</summary>
    public int Begun { get; init; }
    public int Ended { get; init; }
    public int ExclusionsBegun { get; init; }
    public int ExclusionsWithdrawn { get; init; }

    /// <summary>Whether the target's own cut-off day lies after the figures' day.</summary>
    public bool IsAhead => Day < CutOffDay;

    /// <summary>How the unit's figure stands; a target whose cut-off day lies ahead is neither met nor missed.</summary>
    public ReportStanding Standing =>
        IsAhead ? ReportStanding.Ahead
        : Total.Counted == 0 ? ReportStanding.NobodyCounted
        : (long)Total.Covered * 100 < (long)Percent * Total.Counted ? ReportStanding.NotMet
        : Percent == 100 && Total.UndeclaredPosts > 0 ? ReportStanding.NotMetUndeclared
        : ReportStanding.Met;

    /// <summary>How many covered people are still needed; 0 when there are enough.</summary>
    public int Gap => Math.Max(0, (int)(((long)Total.Counted * Percent + 99) / 100) - Total.Covered);

    /// <summary>Whether a report speaks of a target: training for it counted in the report's days, and its own cut-off day had not passed before them.</summary>
    public static bool Belongs(ReportKind kind, TargetRule rule, ReportPeriod period) =>
        rule.WindowFrom <= period.Until && period.From <= rule.CutOffDay
        // What a campaign is about lasts half a year at most.
        && (kind is not ReportKind.Campaign || rule.WindowUntil.DayNumber - rule.WindowFrom.DayNumber <= 183);
}
