namespace TrainingHub.Documents;

/// <summary>Prints certificates, as a PDF to print and as a picture to keep. Safe for many threads at once.</summary>
public sealed class CertificatePrinter(FontFiles fonts)
{
    private const int PictureWidth = 1600;

    public CertificateOutcome Pdf(CertificateSheet certificate) => Print(
        certificate,
        sheet => PdfRenderer.Render(new DocumentFacts($"{certificate.Title} {certificate.Serial}", certificate.IssuedOn), [sheet]));

    public CertificateOutcome Png(CertificateSheet certificate) =>
        Print(certificate, sheet => PngRenderer.Render(sheet, PictureWidth));

    /// <summary>The first field with characters that the fonts lack; null when the certificate can be printed.</summary>
    public CertificateOutcome.UnsupportedCharacters? Obstacle(CertificateSheet certificate)
    {
        foreach (var (field, text) in Fields(certificate))
        {
            if (fonts.Missing(text) is { Count: > 0 } missing)
            {
                return new CertificateOutcome.UnsupportedCharacters(field, missing);
            }
        }

        return null;
    }

    private CertificateOutcome Print(CertificateSheet certificate, Func<Sheet, byte[]> render) =>
        Obstacle(certificate) is { } obstacle
            ? obstacle
            : new CertificateOutcome.Printed(render(new CertificateLayout(certificate, fonts).Compose()));

    private static IEnumerable<(string Field, string Text)> Fields(CertificateSheet certificate) =>
    [
        (nameof(CertificateSheet.Name), certificate.Name),
        (nameof(CertificateSheet.Unit), certificate.Unit),
        (nameof(CertificateSheet.Position), certificate.Position),
        (nameof(CertificateSheet.Programme), certificate.Programme),
        (nameof(CertificateSheet.Title), certificate.Title),
        (nameof(CertificateSheet.HoursText), certificate.HoursText),
        (nameof(CertificateSheet.ScoreText), certificate.ScoreText ?? ""),
        (nameof(CertificateSheet.Issuer), certificate.Issuer),
        (nameof(CertificateSheet.Serial), certificate.Serial),
        (nameof(CertificateSheet.VerifyAddress), certificate.VerifyAddress.AbsoluteUri),
        (nameof(CertificateSheet.Disclaimer), certificate.Disclaimer),
    ];
}
