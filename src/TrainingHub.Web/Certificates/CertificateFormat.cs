namespace TrainingHub.Certificates;

public enum CertificateFormat
{
    /// <summary>To print.</summary>
    Pdf,
    /// <summary>To press and hold.</summary>
    Png,
}
