using TrainingHub.Coverage;
using TrainingHub.People;
using TrainingHub.Records;

namespace TrainingHub.Reports;

/// <summary>A name behind a report's figure as it is kept.</summary>
public sealed record ReportNameLine
{
    public required Guid PersonId { get; init; }
    public required StandingKind Kind { get; init; }
    public required CorePosition Position { get; init; }
    public required string Unit { get; init; }
    public string? Above { get; init; }
    public MissingReason? Reason { get; init; }
    public Evidence? Evidence { get; init; }
    public DateOnly? CompletionDay { get; init; }
    public ExclusionReason? Why { get; init; }
    public DateOnly? ExcludedFrom { get; init; }
    public DateOnly? ExcludedUntil { get; init; }

    public static ReportNameLine Of(PersonRow row, StandingKind kind) => new()
    {
        PersonId = row.PersonId,
        Kind = kind,
        Position = row.Position,
        Unit = row.OrganizationName,
        Above = row.AboveName,
        Reason = kind is StandingKind.Missing ? row.Reason : null,
        Evidence = row.Evidence,
        CompletionDay = row.CompletionDay,
        Why = row.Why,
        ExcludedFrom = row.ExcludedFrom,
        ExcludedUntil = row.ExcludedUntil,
    };

    /// <param name="name">What the person was called; null once it is anonymized.</param>
    public PersonRow ToRow(string? name) => new()
    {
        PersonId = PersonId,
        Name = name ?? "",
        IsAnonymous = name is null,
        Position = Position,
        OrganizationName = Unit,
        AboveName = Above,
        Reason = Reason ?? MissingReason.NotStarted,
        Evidence = Evidence,
        CompletionDay = CompletionDay,
        Why = Why,
        ExcludedFrom = ExcludedFrom,
        ExcludedUntil = ExcludedUntil,
    };
}
