using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TrainingHub.Documents;

/// <summary>Writes an official document as DOCX: A4 with the margins and type sizes of GB/T 9704, page numbers, real footnotes. The same document gives the same bytes.</summary>
public static class OfficialDocumentWriter
{
    private const string TitleFont = "方正小标宋简体", HeadingFont = "黑体", SubheadingFont = "楷体", BodyFont = "仿宋", TableFont = "宋体", LatinFont = "Times New Roman";

    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", Terms = "http://purl.org/dc/elements/1.1/";

    // Half points: 二号, 三号, 小四, 五号, 小五.
    private const int TitleSize = 44, BodySize = 32, CaptionSize = 24, TableSize = 21, NoteSize = 18;

    // Twentieths of a point: 28 points from line to line, two characters of 三号.
    private const string BodyLine = "560", TwoCharacters = "640";

    public static byte[] Write(OfficialDocument document)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            // Every part under a name of its own: by itself the package would draw names by chance.
            WriteProperties(package.AddNewPart<CoreFilePropertiesPart>("properties"), document);
            var main = package.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            var notes = new OfficialNotes(NoteRun);
            var body = new Body(Head(document));
            foreach (var block in document.Blocks)
            {
                body.Append(Elements(block, notes));
            }

            body.Append(Foot(document));
            body.Append(PageOf(main));
            main.Document = new Document(body);
            notes.Save(main);
        }

        return WithoutTime(stream);
    }

    private static void WriteProperties(CoreFilePropertiesPart part, OfficialDocument document)
    {
        using var content = part.GetStream(FileMode.Create);
        new XElement(Core + "coreProperties", new XElement(Terms + "title", Clean(document.Title)), new XElement(Terms + "creator", Clean(document.Sender))).Save(content);
    }

    /// <summary>The package with the earliest time that it can bear in place of when it was written.</summary>
    private static byte[] WithoutTime(MemoryStream written)
    {
        using var stream = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(written.ToArray())))
        using (var to = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries)
            {
                var entry = to.CreateEntry(part.FullName);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var source = part.Open();
                using var target = entry.Open();
                source.CopyTo(target);
            }
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Head(OfficialDocument document)
    {
        yield return Line(document.Title, TitleFont, TitleSize, JustificationValues.Center, after: "120");
        foreach (var subtitle in document.Subtitles)
        {
            yield return Line(subtitle, SubheadingFont, CaptionSize, JustificationValues.Center);
        }

        yield return Line("", BodyFont, BodySize, JustificationValues.Left);
        if (document.Recipient.Length > 0)
        {
            yield return Line(document.Recipient, BodyFont, BodySize, JustificationValues.Left);
        }
    }

    private static IEnumerable<OpenXmlElement> Foot(OfficialDocument document)
    {
        yield return Line("", BodyFont, BodySize, JustificationValues.Left);
        yield return Line(document.SealPlace, SubheadingFont, CaptionSize, JustificationValues.Right, before: "900", isKept: true);
        yield return Line(document.Sender, BodyFont, BodySize, JustificationValues.Right, isKept: true);
        yield return Line(document.Day, BodyFont, BodySize, JustificationValues.Right);
    }

    private static IEnumerable<OpenXmlElement> Elements(OfficialBlock block, OfficialNotes notes)
    {
        switch (block)
        {
            case OfficialBlock.Heading heading:
                yield return Paragraph(
                    Properties(JustificationValues.Left, isIndented: true, isKept: true), [Run(heading.Text, heading.Level == 1 ? HeadingFont : SubheadingFont, BodySize)]);
                break;
            case OfficialBlock.Paragraph paragraph:
                yield return Paragraph(Properties(JustificationValues.Both, isIndented: true), paragraph.Runs.SelectMany(run => Runs(run, BodyFont, BodySize, notes)));
                break;
            case OfficialBlock.Table table:
                yield return Line(table.Caption, HeadingFont, CaptionSize, JustificationValues.Center, before: "120", after: "60", isKept: true);
                yield return TableOf(table, notes);
                yield return Line("", BodyFont, TableSize, JustificationValues.Left);
                break;
        }
    }

    private static Table TableOf(OfficialBlock.Table table, OfficialNotes notes)
    {
        var grid = new Table(new TableProperties(
            new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
            new TableBorders(Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()),
            new TableLayout { Type = TableLayoutValues.Autofit }));
        grid.Append(new TableGrid(table.Header.Select(_ => new GridColumn())));
        grid.Append(Row(table.Header, notes, isHeader: true, numbersFrom: table.Header.Count));
        foreach (var row in table.Rows)
        {
            grid.Append(Row(row, notes, isHeader: false, table.NumbersFrom));
        }

        return grid;
    }

    private static TableRow Row(IReadOnlyList<OfficialRun> cells, OfficialNotes notes, bool isHeader, int numbersFrom)
    {
        var row = new TableRow(isHeader ? new TableRowProperties(new CantSplit(), new TableHeader()) : new TableRowProperties(new CantSplit()));
        foreach (var (place, cell) in cells.Index())
        {
            var justification = isHeader ? JustificationValues.Center : place >= numbersFrom ? JustificationValues.Right : JustificationValues.Left;
            row.Append(new TableCell(Paragraph(
                new ParagraphProperties(new SpacingBetweenLines { Before = "20", After = "20" }, new Justification { Val = justification }),
                Runs(cell, isHeader ? HeadingFont : TableFont, TableSize, notes))));
        }

        return row;
    }

    private static T Border<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };

    private static IEnumerable<OpenXmlElement> Runs(OfficialRun run, string font, int size, OfficialNotes notes)
    {
        yield return Run(run.Text, font, size);
        if (run.Note is { } note)
        {
            yield return notes.Refer(note.ToString());
        }
    }

    private static Run NoteRun(string text) => Run(text, TableFont, NoteSize);

    private static Run Run(string text, string font, int size) => new(
        new RunProperties(
            new RunFonts { Ascii = LatinFont, HighAnsi = LatinFont, EastAsia = font },
            new FontSize { Val = size.ToString(CultureInfo.InvariantCulture) }),
        new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve });

    // What XML cannot hold is left out; names may have been typed anywhere.
    private static string Clean(string text) => text.All(System.Xml.XmlConvert.IsXmlChar) ? text
        : string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || System.Xml.XmlConvert.IsXmlChar((char)rune.Value)));

    private static Paragraph Line(string text, string font, int size, JustificationValues justification, string before = "0", string after = "0", bool isKept = false)
    {
        var spacing = new SpacingBetweenLines { Line = BodyLine, LineRule = LineSpacingRuleValues.AtLeast, Before = before, After = after };
        var properties = isKept ? new ParagraphProperties(new KeepNext(), spacing, new Justification { Val = justification }) : new ParagraphProperties(spacing, new Justification { Val = justification });
        return Paragraph(properties, [Run(text, font, size)]);
    }

    private static ParagraphProperties Properties(JustificationValues justification, bool isIndented, bool isKept = false)
    {
        var properties = new ParagraphProperties();
        if (isKept)
        {
            properties.Append(new KeepNext());
        }

        properties.Append(new SpacingBetweenLines { Line = BodyLine, LineRule = LineSpacingRuleValues.Exact });
        if (isIndented)
        {
            properties.Append(new Indentation { FirstLineChars = 200, FirstLine = TwoCharacters });
        }

        properties.Append(new Justification { Val = justification });
        return properties;
    }

    private static Paragraph Paragraph(ParagraphProperties properties, IEnumerable<OpenXmlElement> runs)
    {
        var paragraph = new Paragraph(properties);
        paragraph.Append(runs);
        return paragraph;
    }

    /// <summary>A4 with the margins of official documents: 37 mm above, 28 left, 26 right, 35 below; the page number between dashes.</summary>
    private static SectionProperties PageOf(MainDocumentPart main)
    {
        var part = main.AddNewPart<FooterPart>("footer");
        part.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
            Run("— ", TableFont, 28),
            new SimpleField(Run("1", TableFont, 28)) { Instruction = "PAGE" },
            Run(" —", TableFont, 28)));
        return new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 2098, Left = 1588, Right = 1474, Bottom = 1985, Header = 851, Footer = 1400, Gutter = 0 });
    }
}
