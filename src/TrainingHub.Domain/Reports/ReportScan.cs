namespace TrainingHub.Reports;

/// <summary>A scan of the signed and sealed copy of a report. Only ever appended.</summary>
public sealed class ReportScan
{
    public required Guid Id { get; init; }
    public required Guid ReportId { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required string Hash { get; init; }

    /// <summary>Whole bytes.</summary>
    public required int Size { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime UploadedAt { get; init; }
    public required Guid UploadedBy { get; init; }
}
