namespace TrainingHub.Records;

/// <param name="RevokedOn">Day in the zone; null while not revoked.</param>
/// <param name="MayReadRecords">Whether to lead to the person's records.</param>
public sealed record RevocationPage(RecordRow Record, DateOnly? RevokedOn, bool MayReadRecords, RevocationInput Input)
{
    /// <summary>Whether the reader may take the revocation back: somebody decided it by hand, nobody has taken it back, and it is not the reader's own record.</summary>
    public bool MayRestore { get; init; }

    /// <summary>Whether another row stands in its place.</summary>
    public bool IsRestored { get; init; }
}
