using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace TrainingHub.Courseware.Exchange;

/// <summary>A package of QTI items: a zip with a manifest that names them. Nothing is written to disk, and no more is unpacked than a bank can be.</summary>
public static class QtiPackage
{
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const int MostItem = 4 * 1024 * 1024;
    private const int MostEntries = 50_000;

    public static ForeignReading Read(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return zip.Entries.Count > MostEntries ? new ForeignReading.Refused(FileFault.Bomb) : new Opened(zip).Read();
        }
        catch (Exception exception) when (exception is InvalidDataException or ArgumentException or IOException or NotSupportedException)
        {
            return new ForeignReading.Refused(FileFault.Damaged);
        }
        catch (TooMuchException)
        {
            return new ForeignReading.Refused(FileFault.Bomb);
        }
    }

    /// <param name="questions">Such as the format carries (<see cref="ExchangeRule"/>). The same questions give the same file.</param>
    public static byte[] Write(IReadOnlyList<ForeignQuestion> questions)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            XNamespace space = "http://www.imsglobal.org/xsd/imscp_v1p1";
            List<(string Path, ForeignQuestion Question)> items = [.. questions.Select((question, index) => (FormattableString.Invariant($"items/{index + 1:00000}.xml"), question))];
            var manifest = new XElement(
                space + "manifest", new XAttribute("identifier", "MANIFEST"), new XElement(space + "organizations"),
                new XElement(space + "resources", items.Select((item, index) => new XElement(
                    space + "resource", new XAttribute("identifier", FormattableString.Invariant($"RES-{index + 1}")), new XAttribute("type", "imsqti_item_xmlv2p1"), new XAttribute("href", item.Path),
                    new XElement(space + "file", new XAttribute("href", item.Path))))));
            Add(zip, "imsmanifest.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + manifest + "\n");
            foreach (var (path, question) in items)
            {
                Add(zip, path, QtiWriter.Write(question));
            }
        }

        return memory.ToArray();
    }

    private static void Add(ZipArchive zip, string path, string text)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private sealed class Opened(ZipArchive zip)
    {
        private long unpacked;

        public ForeignReading Read()
        {
            if (zip.Entries.FirstOrDefault(entry => entry.Name.Equals("imsmanifest.xml", StringComparison.OrdinalIgnoreCase)) is not { } manifest)
            {
                return new ForeignReading.Refused(FileFault.UnknownFormat);
            }

            if (Text(manifest) is not { } text || SafeXml.Judge(() => SafeXml.Open(text), manifest.FullName) is not null)
            {
                return new ForeignReading.Refused(FileFault.Damaged, 0, manifest.FullName);
            }

            var folder = manifest.FullName[..^manifest.Name.Length];
            using var xml = SafeXml.Open(text);
            List<string> paths =
            [
                .. XElement.Load(xml).Descendants().Where(element => element.Is("resource") && element.Attribute("type")?.Value.Contains("item_xml", StringComparison.OrdinalIgnoreCase) is true)
                    .Select(element => folder + Uri.UnescapeDataString(element.Attribute("href")?.Value ?? "")).Distinct(StringComparer.Ordinal),
            ];
            if (paths.Count > ForeignFile.MostQuestions)
            {
                return new ForeignReading.Refused(FileFault.TooManyQuestions);
            }

            return paths.Count is 0
                ? new ForeignReading.Refused(FileFault.NoQuestions)
                : new ForeignReading.Read(ExchangeFormat.Qti, [.. paths.Select((path, index) => Item(path, index + 1))]);
        }

        private ForeignQuestion Item(string path, int number)
        {
            if (zip.GetEntry(path) is not { } entry || Text(entry) is not { } text)
            {
                return Broken(path, number, 0);
            }

            return SafeXml.Judge(() => SafeXml.Open(text), path) is { } refused ? Broken(path, number, refused.Line) : QtiReader.Read(text, number, path);
        }

        private static ForeignQuestion Broken(string path, int number, int line) =>
            new() { Number = number, Line = line, Where = path, Problems = [new ForeignProblem(ForeignFault.Malformed, path)] };

        // What the directory of the archive says about sizes may be a lie: it is counted while unpacking.
        private string? Text(ZipArchiveEntry entry)
        {
            using var stream = entry.Open();
            var memory = new MemoryStream();
            var buffer = new byte[81920];
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                memory.Write(buffer, 0, read);
                unpacked += read;
                if (unpacked > MostUnpacked || memory.Length > MostItem)
                {
                    throw new TooMuchException();
                }
            }

            return ForeignFile.Decode(memory.ToArray())?.TrimStart();
        }
    }

    private sealed class TooMuchException : Exception;
}
