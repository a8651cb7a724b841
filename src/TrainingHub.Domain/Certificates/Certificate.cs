namespace TrainingHub.Certificates;

/// <summary>证书: a snapshot of proven facts, appended with the record it rests on. The names stand in the record's <see cref="Records.RecordNames"/>.</summary>
public sealed class Certificate
{
    public required Guid Id { get; init; }

    /// <summary>编号, unique: see <see cref="Serial"/>.</summary>
    public required string Serial { get; init; }

    /// <summary>Random code of the verify address; unique and not to be guessed (see <see cref="VerifyCode"/>; 79 bits).</summary>
    public required string Code { get; init; }

    /// <summary>The record it rests on; of a guest, who has no record, and of an award of a contest its own id, under which the names stand.</summary>
    public required Guid RecordId { get; init; }

    /// <summary>The holder; of a guest their row on the session's list, which is nobody of the roster.</summary>
    public required Guid PersonId { get; init; }
    public required Guid ProgrammeId { get; init; }
    public required string Title { get; init; }
    public required string ProgrammeName { get; init; }
    public required Guid IssuerId { get; init; }
    public required string IssuerName { get; init; }
    public required DateOnly CompletionDay { get; init; }
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Last day on which it is valid (included); null: without end.</summary>
    public DateOnly? ValidUntil { get; init; }
    public required int CreditMinutes { get; init; }
    public int? Points { get; init; }
    public int? FullPoints { get; init; }
    public required DateTime RecordedAt { get; init; }

    /// <summary>Its state on a day, given whether the record it rests on was revoked.</summary>
    public CertificateState StateOn(DateOnly day, bool isRevoked) => StateOn(day, ValidUntil, isRevoked);

    /// <summary>The state of any certificate on a day.</summary>
    /// <param name="validUntil">Last day of validity (included); null: without end.</param>
    public static CertificateState StateOn(DateOnly day, DateOnly? validUntil, bool isRevoked) =>
        isRevoked ? CertificateState.Revoked
        : validUntil < day ? CertificateState.Expired
        : CertificateState.Valid;
}
