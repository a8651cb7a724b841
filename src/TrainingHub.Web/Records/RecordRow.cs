namespace TrainingHub.Records;

/// <summary>A record with what stands in other tables: names of its day, programme, revocation, certificate.</summary>
public sealed record RecordRow
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly CompletionDay { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required string Programme { get; init; }
    public required string ProgrammeEn { get; init; }
    public required string CourseSlug { get; init; }

    /// <summary>Of the session that was attended; null for other evidence.</summary>
    public string? SessionTitle { get; init; }
    public required int CreditMinutes { get; init; }
    public required Evidence Evidence { get; init; }
    public int? Points { get; init; }
    public int? FullPoints { get; init; }
    public required string ContentHash { get; init; }

    /// <summary>Null once anonymized.</summary>
    public string? PersonName { get; init; }
    public required string UnitName { get; init; }
    public required string PositionName { get; init; }

    /// <summary>When it was revoked, UTC; null while it is not.</summary>
    public DateTime? RevokedAt { get; init; }
    public string? RevocationReason { get; init; }

    /// <summary>Whether somebody decided that on the record itself: it can be taken back.</summary>
    public bool IsRevokedByHand { get; init; }

    /// <summary>Whether it takes the place of a revoked record, and why; the reason is null where nobody said.</summary>
    public bool Restores { get; init; }
    public string? RestoreReason { get; init; }

    /// <summary>Serial of its certificate; null when it has none.</summary>
    public string? Serial { get; init; }

    public RecordState StateOn(DateOnly day) => TrainingRecord.StateOn(day, ValidUntil, RevokedAt is not null);
}
