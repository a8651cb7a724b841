using System.Globalization;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Programmes;

/// <summary>A target as somebody asks for it, not yet set.</summary>
public sealed record TargetDraft
{
    public required Guid ProgrammeId { get; init; }

    /// <summary>制定单位: whose sub-tree is counted.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>Targets of one promise over several years share it. With the year it makes the address.</summary>
    public required string Series { get; init; }
    public required string Name { get; init; }

    /// <summary>Null: the Chinese name stands in English pages as well.</summary>
    public string? NameEn { get; init; }
    public required int Year { get; init; }
    public string? Source { get; init; }

    /// <summary>Whole percent of the people counted, 1 to 100.</summary>
    public required int Percent { get; init; }
    public required CorePosition Positions { get; init; }
    public required OrganizationKind Kinds { get; init; }
    public OrganizationFlags RequiredFlags { get; init; }
    public OrganizationFlags ExcludedFlags { get; init; }
    public required Employment Employments { get; init; }

    /// <summary>First day on which training counts (included).</summary>
    public required DateOnly WindowFrom { get; init; }

    /// <summary>Last day on which training counts (included).</summary>
    public required DateOnly WindowUntil { get; init; }
    public required DateOnly RosterDay { get; init; }
    public required DateOnly CutOffDay { get; init; }
    public bool OnlyWhileValid { get; init; }

    /// <summary>Part of addresses.</summary>
    public string Slug => string.Create(CultureInfo.InvariantCulture, $"{Series}-{Year}");

    /// <param name="programme">The rule of the programme that is owed; null when none is in force.</param>
    public IEnumerable<TargetFault> Faults(ProgrammeRule? programme)
    {
        (bool IsWrong, TargetFault Fault)[] found =
        [
            (Percent is < 1 or > 100, TargetFault.PercentOutOfRange),
            (Positions == CorePosition.None, TargetFault.NoPositions),
            (Kinds == OrganizationKind.None, TargetFault.NoKinds),
            (Employments == Employment.None, TargetFault.NoEmployments),
            ((RequiredFlags & ExcludedFlags) != OrganizationFlags.None, TargetFault.FlagContradicts),
            (WindowUntil < WindowFrom, TargetFault.WindowBackwards),
            (CutOffDay < RosterDay, TargetFault.RosterAfterCutOff),
            (CutOffDay < WindowFrom, TargetFault.CutOffBeforeWindow),
            (programme is not null && (WindowUntil < programme.CycleFrom || programme.CycleUntil < WindowFrom), TargetFault.OutsideCycle),
        ];
        return found.Where(one => one.IsWrong).Select(one => one.Fault);
    }

    /// <summary>The target and its first rule, which holds from the beginning.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is one of the <see cref="Faults"/>.</exception>
    public TargetPreset Make(Func<Guid> nextId, DateTime now, Guid? recordedBy)
    {
        var (targetId, ruleId) = (nextId(), nextId());
        var target = new CoverageTarget
        {
            Id = targetId,
            Slug = Slug,
            ProgrammeId = ProgrammeId,
            OrganizationId = OrganizationId,
            Name = Name,
            NameEn = NameEn ?? Name,
            Series = Series,
            Year = Year,
            Source = Source,
            CreatedAt = now,
        };
        return new TargetPreset(target, RuleOf(targetId, ruleId, ruleId, (Day.Beginning, Day.Open), new RuleChange(nextId, now, recordedBy, Reason: null)));
    }

    /// <summary>A target that is set, with one of its rules.</summary>
    public static TargetDraft Of(CoverageTarget target, TargetRule rule) => new()
    {
        ProgrammeId = target.ProgrammeId,
        OrganizationId = target.OrganizationId,
        Series = target.Series,
        Name = target.Name,
        NameEn = target.NameEn,
        Year = target.Year,
        Source = target.Source,
        Percent = rule.Percent,
        Positions = rule.Positions,
        Kinds = rule.Kinds,
        RequiredFlags = rule.RequiredFlags,
        ExcludedFlags = rule.ExcludedFlags,
        Employments = rule.Employments,
        WindowFrom = rule.WindowFrom,
        WindowUntil = rule.WindowUntil,
        RosterDay = rule.RosterDay,
        CutOffDay = rule.CutOffDay,
        OnlyWhileValid = rule.OnlyWhileValid,
    };

    /// <summary>Whether both count the same people against the same percentage on the same days, whatever they are called.</summary>
    public bool IsSameRule(TargetDraft other) =>
        this == other with { ProgrammeId = ProgrammeId, OrganizationId = OrganizationId, Series = Series, Name = Name, NameEn = NameEn, Year = Year, Source = Source };

    /// <summary>Its rule on some days (both included).</summary>
    internal TargetRule RuleOf(Guid targetId, Guid id, Guid factId, (DateOnly From, DateOnly Until) days, RuleChange by) => new()
    {
        Id = id,
        FactId = factId,
        TargetId = targetId,
        From = days.From,
        Until = days.Until,
        RecordedAt = by.Now,
        RecordedBy = by.RecordedBy,
        Reason = by.Reason,
        Percent = Percent,
        Positions = Positions,
        Kinds = Kinds,
        RequiredFlags = RequiredFlags,
        ExcludedFlags = ExcludedFlags,
        Employments = Employments,
        WindowFrom = WindowFrom,
        WindowUntil = WindowUntil,
        RosterDay = RosterDay,
        CutOffDay = CutOffDay,
        OnlyWhileValid = OnlyWhileValid,
    };
}
