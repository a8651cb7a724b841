namespace TrainingHub.Records;

/// <summary>What a check of the ledger finds wrong.</summary>
public abstract record LedgerFault
{
    private LedgerFault()
    {
    }

    /// <summary>A seal says something else than when it was made.</summary>
    public sealed record SealAltered(int Number) : LedgerFault;

    /// <summary>A seal does not continue the one before: one is missing or was made anew.</summary>
    public sealed record ChainBroken(int Number) : LedgerFault;

    /// <summary>The rows that a seal covers are not those that it was made over.</summary>
    public sealed record RowsDiffer(int Number) : LedgerFault;

    /// <summary>A row that a seal covers is gone.</summary>
    public sealed record RowMissing(int Number, LedgerRowKind Kind, Guid Id) : LedgerFault;

    /// <summary>A record says something else than when it was appended.</summary>
    public sealed record RecordAltered(Guid Id) : LedgerFault;

    /// <summary>The names of a record are gone or are not those of its day.</summary>
    public sealed record NamesDiffer(Guid Id) : LedgerFault;

    /// <summary>Rows that should have been sealed long ago.</summary>
    public sealed record NotSealed(int Rows) : LedgerFault;

    /// <summary>A seal has not the digest that was written down of it, or there is no such seal.</summary>
    public sealed record AnchorDiffers(int Number) : LedgerFault;
}
