namespace TrainingHub.Records;

/// <summary>What kinds of rows the ledger has.</summary>
public enum LedgerRowKind
{
    Record = 0,
    Revocation = 1,
}
