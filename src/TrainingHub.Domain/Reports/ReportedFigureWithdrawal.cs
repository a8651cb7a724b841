namespace TrainingHub.Reports;

/// <summary>撤回 of a reported figure: a later row, with its reason. A correction is a withdrawal and another figure.</summary>
public sealed class ReportedFigureWithdrawal
{
    public const int LongestReason = 200;

    public required Guid Id { get; init; }
    public required Guid FigureId { get; init; }
    public required string Reason { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime WithdrawnAt { get; init; }
    public required Guid WithdrawnBy { get; init; }
}
