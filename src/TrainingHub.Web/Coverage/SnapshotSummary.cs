using TrainingHub.Programmes;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>A snapshot as pages show it: its target is made from what was frozen, not from what the target says today.</summary>
public sealed record SnapshotSummary
{
    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required TargetSummary Target { get; init; }

    /// <summary>Null once the name was anonymized.</summary>
    public required string? Signer { get; init; }
    public required string SignerTitle { get; init; }
    public string? Note { get; init; }
    public required int Lines { get; init; }

    /// <summary>数据截止时刻, UTC.</summary>
    public DateTime Moment => Target.Moment ?? throw new InvalidOperationException("A snapshot has a moment.");

    internal static TargetSummary TargetOf(CoverageSnapshot snapshot, CoverageTarget target) => new()
    {
        Slug = target.Slug,
        Series = target.Series,
        Year = target.Year,
        Name = snapshot.TargetName,
        NameEn = snapshot.TargetNameEn,
        SetterName = snapshot.SetterName,
        ProgrammeName = snapshot.ProgrammeName,
        ProgrammeNameEn = snapshot.ProgrammeNameEn,
        Today = snapshot.Day,
        Moment = snapshot.Moment,
        Terms = new TargetTerms
        {
            TargetId = target.Id,
            SetterId = target.OrganizationId,
            ProgrammeId = target.ProgrammeId,
            Rule = Rule(snapshot),
            ProgrammeRules = snapshot.OnlyWhileInPost ? [InPost(snapshot, target)] : [],
        },
    };

    private static TargetRule Rule(CoverageSnapshot snapshot) => new()
    {
        Id = snapshot.Id,
        FactId = snapshot.Id,
        TargetId = snapshot.TargetId,
        From = Day.Beginning,
        Until = Day.Open,
        RecordedAt = snapshot.Moment,
        Percent = snapshot.Percent,
        Positions = snapshot.Positions,
        Kinds = snapshot.Kinds,
        RequiredFlags = snapshot.RequiredFlags,
        ExcludedFlags = snapshot.ExcludedFlags,
        Employments = snapshot.Employments,
        WindowFrom = snapshot.WindowFrom,
        WindowUntil = snapshot.WindowUntil,
        RosterDay = snapshot.RosterDay,
        CutOffDay = snapshot.CutOffDay,
        OnlyWhileValid = snapshot.OnlyWhileValid,
    };

    // The definition says whether training had to be done in post; nothing else of the programme is shown.
    private static ProgrammeRule InPost(CoverageSnapshot snapshot, CoverageTarget target) => new()
    {
        Id = snapshot.Id,
        FactId = snapshot.Id,
        ProgrammeId = target.ProgrammeId,
        From = Day.Beginning,
        Until = Day.Open,
        RecordedAt = snapshot.Moment,
        CycleFrom = snapshot.WindowFrom,
        CycleUntil = snapshot.WindowUntil,
        CourseSlug = "",
        QuizSlug = "",
        CertificateTitle = "",
        OnlyWhileInPost = true,
    };
}
