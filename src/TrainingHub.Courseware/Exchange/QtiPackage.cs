using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Writes packages of QTI items: a zip with a manifest that names them, and their pictures.</summary>
internal static class QtiPackage
{
    private static readonly XNamespace Space = "http://www.imsglobal.org/xsd/imscp_v1p1";

    /// <summary>Of a picture, as seen from an item.</summary>
    public static string AddressOf(QuestionPicture picture) => "../" + ZipParts.PathOf(picture);

    /// <param name="stream">Takes the package.</param>
    /// <param name="format">QTI 2.1 or 2.2.</param>
    /// <param name="questions">Such as the format carries (<see cref="ExchangeRule"/>). The same questions give the same file.</param>
    /// <param name="bytesOf">Bytes of a picture by its name.</param>
    /// <param name="cancel">Stops between two items.</param>
    public static async Task WriteAsync(Stream stream, ExchangeFormat format, IReadOnlyList<ForeignQuestion> questions, Func<string, CancellationToken, Task<byte[]?>> bytesOf, CancellationToken cancel)
    {
        var is22 = format is ExchangeFormat.Qti22;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        List<(string Path, ForeignQuestion Question)> items = [.. questions.Select((question, index) => (FormattableString.Invariant($"items/{index + 1:00000}.xml"), question))];
        var manifest = new XElement(
            Space + "manifest", new XAttribute("identifier", "MANIFEST"), is22 ? Metadata() : null, new XElement(Space + "organizations"),
            new XElement(Space + "resources", items.Select((item, index) => Resource(is22, item.Path, index + 1, item.Question))));
        ZipParts.Add(zip, "imsmanifest.xml", Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + manifest + "\n"));
        foreach (var (path, question) in items)
        {
            cancel.ThrowIfCancellationRequested();
            ZipParts.Add(zip, path, Encoding.UTF8.GetBytes(QtiWriter.Write(format, question)));
        }

        await ZipParts.AddPicturesAsync(zip, questions, bytesOf, cancel);
    }

    private static XElement Metadata() => new(Space + "metadata", new XElement(Space + "schema", "QTIv2.2 Package"), new XElement(Space + "schemaversion", "1.0.0"));

    private static XElement Resource(bool is22, string path, int number, ForeignQuestion question) => new(
        Space + "resource", new XAttribute("identifier", FormattableString.Invariant($"RES-{number}")), new XAttribute("type", is22 ? "imsqti_item_xmlv2p2" : "imsqti_item_xmlv2p1"), new XAttribute("href", path),
        new XElement(Space + "file", new XAttribute("href", path)),
        question.Picture is { } picture ? new XElement(Space + "file", new XAttribute("href", ZipParts.PathOf(picture))) : null);
}
