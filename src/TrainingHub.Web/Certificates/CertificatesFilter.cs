using TrainingHub.Hosting;

namespace TrainingHub.Certificates;

/// <summary>What the list of one's certificates was asked for.</summary>
public sealed record CertificatesFilter
{
    /// <summary>Null for all.</summary>
    public CertificateState? State { get; init; }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public (CertificateSort Column, bool IsDown) Order => Sorting.Of(Sort, CertificateSort.Issued, isOtherwiseDown: true);
}
