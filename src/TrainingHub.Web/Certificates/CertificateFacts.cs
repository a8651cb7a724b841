namespace TrainingHub.Certificates;

/// <summary>A certificate with the names of its day and whether its record was revoked.</summary>
public sealed record CertificateFacts
{
    public required Guid Id { get; init; }
    public required string Serial { get; init; }
    public required string Code { get; init; }
    public required Guid RecordId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Title { get; init; }
    public required string ProgrammeName { get; init; }
    public required string IssuerName { get; init; }
    public required DateOnly CompletionDay { get; init; }
    public required DateOnly IssuedOn { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public required int CreditMinutes { get; init; }
    public int? Points { get; init; }
    public int? FullPoints { get; init; }

    /// <summary>Null once anonymized.</summary>
    public string? PersonName { get; init; }
    public required string UnitName { get; init; }
    public required string PositionName { get; init; }

    /// <summary>When it was revoked, UTC; null while it is not.</summary>
    public DateTime? RevokedAt { get; init; }
    public string? RevocationReason { get; init; }

    /// <summary>奖项 of a certificate of a contest, with which the name of what it is for ends; null for others.</summary>
    public string? Award => Certificates.Serial.CategoryOf(Serial) is CertificateCategory.Contest && ProgrammeName.LastIndexOf(ContestHonour.Mark) is > 0 and var at ? ProgrammeName[(at + 1)..] : null;

    public CertificateState StateOn(DateOnly day) => Certificate.StateOn(day, ValidUntil, RevokedAt is not null);
}
