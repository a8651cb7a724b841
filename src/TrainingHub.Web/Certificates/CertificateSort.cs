namespace TrainingHub.Certificates;

/// <summary>Order of one's certificates; every order ends in the day of issue, latest first.</summary>
public enum CertificateSort
{
    Issued,
    Name,
    Until,
}
