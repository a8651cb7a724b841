namespace TrainingHub.Reports;

/// <summary>A report as lists show it.</summary>
public sealed record ReportRow
{
    public required Report Report { get; init; }
    public required string Code { get; init; }

    /// <summary>Null when anonymized.</summary>
    public string? CreatedBy { get; init; }
    public required int Done { get; init; }
    public required int Steps { get; init; }

    /// <summary>Scans of the sealed copy.</summary>
    public required int Scans { get; init; }
}
