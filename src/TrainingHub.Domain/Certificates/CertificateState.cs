namespace TrainingHub.Certificates;

/// <summary>What checking a certificate answers.</summary>
public enum CertificateState
{
    /// <summary>有效</summary>
    Valid,
    /// <summary>已过期</summary>
    Expired,
    /// <summary>已撤销; outweighs expired</summary>
    Revoked,
}
