using TrainingHub.Coverage;

namespace TrainingHub.Reports;

/// <summary>A change before a report's cut-off day as it is kept.</summary>
public sealed record ReportChangeLine
{
    public required Guid PersonId { get; init; }
    public required RecentChangeKind Kind { get; init; }
    public required string Unit { get; init; }
    public string? Position { get; init; }
    public string? PositionEn { get; init; }
    public ExclusionReason? Why { get; init; }
    public required DateOnly Day { get; init; }
    public required DateTime RecordedAt { get; init; }
    public string? Reason { get; init; }

    public static ReportChangeLine Of(ChangeRow row) => new()
    {
        PersonId = row.PersonId,
        Kind = row.Kind,
        Unit = row.OrganizationName,
        Position = row.PositionName,
        PositionEn = row.PositionNameEn,
        Why = row.Why,
        Day = row.Day,
        RecordedAt = row.RecordedAt,
        Reason = row.Reason,
    };

    /// <param name="name">What the person was called; null once it is anonymized.</param>
    public ChangeRow ToRow(string? name) => new()
    {
        PersonId = PersonId,
        Name = name ?? "",
        IsAnonymous = name is null,
        Kind = Kind,
        OrganizationName = Unit,
        PositionName = Position,
        PositionNameEn = PositionEn,
        Why = Why,
        Day = Day,
        RecordedAt = RecordedAt,
        Reason = Reason,
        IsInReach = false,
    };
}
