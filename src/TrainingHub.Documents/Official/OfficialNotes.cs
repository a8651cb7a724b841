using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TrainingHub.Documents;

/// <summary>The footnotes of a document, numbered as they are referred to.</summary>
internal sealed class OfficialNotes(Func<string, Run> run)
{
    private readonly Footnotes _notes = new(
        new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
        new Footnote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });

    private int _last;

    /// <summary>The mark of a new footnote.</summary>
    public Run Refer(string text)
    {
        _last++;
        _notes.Append(new Footnote(new Paragraph(Raised(new FootnoteReferenceMark()), run(" " + text))) { Id = _last });
        return Raised(new FootnoteReference { Id = _last });
    }

    public void Save(MainDocumentPart main)
    {
        var part = main.AddNewPart<FootnotesPart>("footnotes");
        part.Footnotes = _notes;
        var settings = main.AddNewPart<DocumentSettingsPart>("settings");
        settings.Settings = new Settings(new FootnoteDocumentWideProperties(new FootnoteSpecialReference { Id = -1 }, new FootnoteSpecialReference { Id = 0 }));
    }

    private static Run Raised(OpenXmlElement mark) => new(new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }), mark);
}
