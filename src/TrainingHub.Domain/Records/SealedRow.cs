namespace TrainingHub.Records;

/// <summary>By which seal a row of the ledger is covered. Never changed or deleted.</summary>
public sealed class SealedRow
{
    /// <summary>Of the record or the revocation.</summary>
    public required Guid RowId { get; init; }
    public required LedgerRowKind Kind { get; init; }
    public required int SealNumber { get; init; }
}
