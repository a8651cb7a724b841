using TrainingHub.Hosting;
using TrainingHub.Organizations;

namespace TrainingHub.Coverage;

/// <summary>Units by what they lack.</summary>
public sealed record GapsPage
{
    public required TargetSummary Target { get; init; }
    public required UnitChoice Unit { get; init; }
    public required IReadOnlyList<UnitChoice> Above { get; init; }
    public required GapsFilter Filter { get; init; }

    /// <summary>The sum of all units that the filter lets through.</summary>
    public required CoverageFigure Total { get; init; }
    public required IReadOnlyList<FigureRow<UnitChoice>> Rows { get; init; }
    public required Pages Pages { get; init; }

    /// <summary>The largest gap of all units, in people, for the length of the bars; at least 1.</summary>
    public required int LargestGap { get; init; }
    public required DateTime AsOf { get; init; }
    public required bool MayReadNames { get; init; }

    /// <summary>Why the day asked for has no figure; null otherwise.</summary>
    public AsOfFault? Fault { get; init; }

    /// <summary>Whether the figures are of another day or moment than now.</summary>
    public bool IsPast { get; init; }

    public static IReadOnlyList<OrganizationKind> Kinds(TargetSummary target) => [.. Enum.GetValues<OrganizationKind>().Where(kind => int.PopCount((int)kind) == 1 && (target.Rule.Kinds & kind) != OrganizationKind.None)];
    public static IReadOnlyList<SchoolStages> Stages => [.. Enum.GetValues<SchoolStages>().Where(stage => stage is not SchoolStages.None)];
    public static IReadOnlyList<OrganizationFlags> Flags => [.. Enum.GetValues<OrganizationFlags>().Where(flag => flag is not OrganizationFlags.None)];
}
