namespace TrainingHub.Documents;

/// <summary>Prints handbooks. Safe for many threads at once.</summary>
public sealed class HandbookPrinter(FontFiles fonts)
{
    public PrintOutcome Pdf(HandbookSheet handbook)
    {
        if (fonts.Missing(string.Concat(handbook.Texts).ReplaceLineEndings("")) is { Count: > 0 } missing)
        {
            return new PrintOutcome.Lacking(missing);
        }

        var (sheets, bookmarks) = new HandbookLayout(handbook, fonts).Compose();
        return new PrintOutcome.Printed(PdfRenderer.Render(new DocumentFacts($"{handbook.Kicker} {handbook.Title}", handbook.Published), sheets, bookmarks));
    }
}
