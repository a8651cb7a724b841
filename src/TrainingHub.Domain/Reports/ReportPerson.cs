using TrainingHub.Records;

namespace TrainingHub.Reports;

/// <summary>Somebody in the lists of a report. What the person was called when the report was counted stands in <see cref="RecordNames"/>.</summary>
public sealed class ReportPerson
{
    public required Guid ReportId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The key of its row among the names.</summary>
    public required Guid NamesId { get; init; }

    /// <summary>Salted digest of the names.</summary>
    public required string NamesDigest { get; init; }
}
