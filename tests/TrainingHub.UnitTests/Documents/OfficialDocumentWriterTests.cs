using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using TrainingHub.Documents;

namespace TrainingHub.UnitTests.Documents;

public sealed class OfficialDocumentWriterTests
{
    private static readonly OfficialDocument Report = new()
    {
        Title = "临溪区教育局2026年第三季度安全培训工作报告",
        Subtitles = ["统计期间：2026年6月11日至2026年9月10日"],
        Recipient = "云岭市教育局：",
        Blocks =
        [
            new OfficialBlock.Heading(1, "一、培训开展情况"),
            new OfficialBlock.Paragraph([new("举办集中培训"), new("3期", new OfficialNote("已结办的集中培训", "https://edu.example/sessions")), new("，到场\u000140人", new OfficialNote("到场人数"))]),
            new OfficialBlock.Heading(2, "（一）轮训"),
            new OfficialBlock.Table("分单位情况表", [new("单位"), new("应训", new OfficialNote("应训人数"))], [[new("䶮山小学"), new("12")], [new("合计"), new("12")]], 1),
        ],
        Sender = "临溪区教育局",
        Day = "2026年9月12日",
        SealPlace = "（加盖公章处）",
    };

    [Fact]
    public void Is_a_sound_document_with_title_addressee_table_day_and_room_for_the_seal()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(OfficialDocumentWriter.Write(Report)), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var body = package.MainDocumentPart!.Document.Body!;
        var lines = body.Elements<Paragraph>().Select(paragraph => paragraph.InnerText).Where(line => line.Length > 0).ToList();
        Assert.Equal([Report.Title, Report.Subtitles[0], Report.Recipient, "一、培训开展情况"], lines.Take(4));
        Assert.Equal([Report.SealPlace, Report.Sender, Report.Day], lines.TakeLast(3));
        Assert.Equal(["单位应训", "䶮山小学12", "合计12"], body.Elements<Table>().Single().Elements<TableRow>().Select(row => row.InnerText));
        Assert.NotNull(body.Descendants<TableHeader>().Single());
    }

    [Fact]
    public void Every_note_is_a_footnote_where_its_number_stands()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(OfficialDocumentWriter.Write(Report)), isEditable: false);

        var notes = package.MainDocumentPart!.FootnotesPart!.Footnotes.Elements<Footnote>().Where(note => note.Id! > 0).Select(note => note.InnerText.Trim());
        Assert.Equal(["已结办的集中培训 https://edu.example/sessions", "到场人数", "应训人数"], notes);
        Assert.Equal([1L, 2L, 3L], package.MainDocumentPart.Document.Descendants<FootnoteReference>().Select(mark => mark.Id!.Value));
    }

    [Fact]
    public void Gives_the_same_bytes_whenever_it_is_written()
    {
        var first = OfficialDocumentWriter.Write(Report);
        var second = OfficialDocumentWriter.Write(Report);

        Assert.Equal(first, second);
        using var archive = new ZipArchive(new MemoryStream(first));
        Assert.All(archive.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        using var package = WordprocessingDocument.Open(new MemoryStream(first), isEditable: false);
        Assert.Equal((Report.Title, Report.Sender), (package.PackageProperties.Title, package.PackageProperties.Creator));
    }
}
