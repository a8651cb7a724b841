namespace TrainingHub.Records;

/// <param name="RevokedOn">Day in the zone; null while not revoked.</param>
/// <param name="MayReadRecords">Whether to lead to the person's records.</param>
public sealed record RevocationPage(RecordRow Record, DateOnly? RevokedOn, bool MayReadRecords, RevocationInput Input);
