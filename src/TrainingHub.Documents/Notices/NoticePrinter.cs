namespace TrainingHub.Documents;

/// <summary>Prints posters and checklists. Safe for many threads at once.</summary>
public sealed class NoticePrinter(FontFiles fonts)
{
    public PrintOutcome Poster(PosterSheet poster) =>
        Print(poster.Texts, poster.Title, poster.Issued, () => new PosterLayout(poster, fonts).Compose());

    public PrintOutcome Checklist(ChecklistSheet checklist) =>
        Print(checklist.Texts, checklist.Title, checklist.Issued, () => new ChecklistLayout(checklist, fonts).Compose());

    private PrintOutcome Print(IEnumerable<string> texts, string title, DateOnly issued, Func<IReadOnlyList<Sheet>> compose) =>
        fonts.Missing(string.Concat(texts).ReplaceLineEndings("")) is { Count: > 0 } missing
            ? new PrintOutcome.Lacking(missing)
            : new PrintOutcome.Printed(PdfRenderer.Render(new DocumentFacts(title, issued), compose()));
}
