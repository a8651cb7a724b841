namespace TrainingHub.Records;

/// <summary>How a record stands on a day.</summary>
public enum RecordState
{
    /// <summary>有效</summary>
    Valid,
    /// <summary>已过期; still counted wherever validity does not matter</summary>
    Expired,
    /// <summary>已撤销; outweighs expired</summary>
    Revoked,
}
