namespace TrainingHub.Programmes;

/// <summary>覆盖率目标: a promise of an organization about a programme. Population, percentage and days are a dated fact, <see cref="TargetRule"/>.</summary>
public sealed class CoverageTarget
{
    public required Guid Id { get; init; }

    /// <summary>Unique; part of addresses: <c>s3-7-2026</c>.</summary>
    public required string Slug { get; init; }
    public required Guid ProgrammeId { get; init; }

    /// <summary>制定单位: whose sub-tree is counted.</summary>
    public required Guid OrganizationId { get; init; }
    public required string Name { get; set; }
    public required string NameEn { get; set; }

    /// <summary>Targets of one promise over several years share it and stand side by side: <c>s3-7</c>.</summary>
    public required string Series { get; init; }

    /// <summary>The year that the target is known by.</summary>
    public required int Year { get; init; }

    /// <summary>Where the promise is written, for instance 白城市任务分工第7项.</summary>
    public string? Source { get; set; }
    public required DateTime CreatedAt { get; init; }
}
