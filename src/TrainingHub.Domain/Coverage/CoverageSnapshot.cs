using TrainingHub.Organizations;
using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>
/// 覆盖率快照: the figures and names of a target on a day, by what was known at a moment, as they were signed. Appended once with all its units, cells and
/// lines and never changed; what it says of names stands in the dated table of names, to which it points.
/// </summary>
public sealed class CoverageSnapshot
{
    public required Guid Id { get; init; }
    public required Guid TargetId { get; init; }

    /// <summary>From 1 for each target; part of addresses.</summary>
    public required int Number { get; init; }

    /// <summary>The day in whose place today stood.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>数据截止时刻, UTC: what was recorded later is not in it.</summary>
    public required DateTime Moment { get; init; }

    /// <summary>Who froze it.</summary>
    public required Guid CreatedBy { get; init; }

    /// <summary>What was said of it; null when nothing was.</summary>
    public string? Note { get; init; }

    public required string TargetName { get; init; }
    public required string TargetNameEn { get; init; }
    public required string SetterName { get; init; }
    public required string ProgrammeName { get; init; }
    public required string ProgrammeNameEn { get; init; }

    /// <summary>The rule that counted, field by field as in <see cref="Programmes.TargetRule"/>.</summary>
    public required int Percent { get; init; }
    public required CorePosition Positions { get; init; }
    public required OrganizationKind Kinds { get; init; }
    public required OrganizationFlags RequiredFlags { get; init; }
    public required OrganizationFlags ExcludedFlags { get; init; }
    public required Employment Employments { get; init; }
    public required DateOnly WindowFrom { get; init; }
    public required DateOnly WindowUntil { get; init; }
    public required DateOnly RosterDay { get; init; }
    public required DateOnly CutOffDay { get; init; }
    public required bool OnlyWhileValid { get; init; }
    public required bool OnlyWhileInPost { get; init; }

    /// <summary>How many lines of names there are.</summary>
    public required int Lines { get; init; }

    /// <summary>Salted digest of who signed, with title and unit.</summary>
    public required string SignerDigest { get; init; }
}
