namespace TrainingHub.Documents;

/// <summary>Prints reports. Safe for many threads at once.</summary>
public sealed class ReportPrinter(FontFiles fonts)
{
    public PrintOutcome Pdf(ReportSheet report) =>
        fonts.Missing(string.Concat(report.Texts).ReplaceLineEndings("")) is { Count: > 0 } missing
            ? new PrintOutcome.Lacking(missing)
            : new PrintOutcome.Printed(PdfRenderer.Render(new DocumentFacts(report.Title, report.Issued), new ReportLayout(report, fonts).Compose()));
}
