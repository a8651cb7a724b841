namespace TrainingHub.Documents;

/// <summary>
/// Everything that a certificate says, decided by the caller. The same facts always give the same file.
/// </summary>
public sealed record CertificateSheet
{
    /// <summary>As in 培训合格证明.</summary>
    public required string Title { get; init; }

    public required string Name { get; init; }

    /// <summary>The unit's full name on the day of completion. Empty: the person held no post.</summary>
    public required string Unit { get; init; }

    /// <summary>The post on the day of completion, as in 校长. Empty as for <see cref="Unit"/>.</summary>
    public required string Position { get; init; }

    /// <summary>The programme's name without book-title or quotation marks.</summary>
    public required string Programme { get; init; }

    /// <summary>As in 一等奖, for a contest. Null: it is for a completed training.</summary>
    public string? Award { get; init; }

    /// <summary>With its unit, as in 6.0学时; empty where none are credited.</summary>
    public required string HoursText { get; init; }

    /// <summary>With its unit, as in 92分. Null: there was no test, and the certificate does not say that one was passed.</summary>
    public string? ScoreText { get; init; }

    public required DateOnly CompletedOn { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>The last day on which it is valid. Null: no end, and nothing is said of one.</summary>
    public DateOnly? ValidUntil { get; init; }

    public required string Issuer { get; init; }

    public required string Serial { get; init; }

    /// <summary>Where a stranger checks the certificate; also in the QR code.</summary>
    public required Uri VerifyAddress { get; init; }

    public string Disclaimer { get; init; } = "本证明不替代法定资格证书";
}
