namespace TrainingHub.Records;

/// <summary>A row of the ledger as a seal covers it.</summary>
/// <param name="Kind">Record or revocation.</param>
/// <param name="Id">Its id.</param>
/// <param name="Hash">SHA-256 over what it says, lower-case hex.</param>
public readonly record struct LedgerRow(LedgerRowKind Kind, Guid Id, string Hash);
