using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using TrainingHub.Courseware.Media;

namespace TrainingHub.Courseware.Exchange;

/// <summary>
/// A zip with questions: a package of QTI items with the manifest that names them, items without one, or our own Markdown with its pictures. Nothing is
/// written to disk, and no more is unpacked than a bank can be.
/// </summary>
public static partial class ForeignPackage
{
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const int MostText = 4 * 1024 * 1024;
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
        catch (TooMuchInsideException)
        {
            return new ForeignReading.Refused(FileFault.Bomb);
        }
    }

    /// <summary>A path without <c>.</c> and <c>..</c>, its levels parted by slashes.</summary>
    internal static string Normal(string path)
    {
        List<string> levels = [];
        foreach (var level in path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (level is ".." && levels.Count > 0)
            {
                levels.RemoveAt(levels.Count - 1);
            }
            else if (level is not ("." or ".."))
            {
                levels.Add(level);
            }
        }

        return string.Join('/', levels);
    }

    private sealed partial class Opened(ZipArchive zip)
    {
        private static readonly XName Base = XNamespace.Xml + "base";

        // Folders of archives come in both cases and with both slashes; a name that stands twice is the first.
        private readonly Dictionary<string, ZipArchiveEntry> entries = zip.Entries.Where(entry => entry.Name.Length > 0).DistinctBy(entry => Normal(entry.FullName), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(entry => Normal(entry.FullName), StringComparer.OrdinalIgnoreCase);

        private readonly PictureBag bag = new();
        private long unpacked;

        public ForeignReading Read()
        {
            if (entries.Values.Where(entry => entry.Name.Equals("imsmanifest.xml", StringComparison.OrdinalIgnoreCase)).MinBy(entry => entry.FullName.Length) is { } manifest)
            {
                return ReadPackage(manifest);
            }

            if (entries.Values.Where(entry => entry.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)).ToList() is [var text])
            {
                return ReadMarkdown(text);
            }

            return Items(Unnamed([]), []);
        }

        private ForeignReading ReadPackage(ZipArchiveEntry manifest)
        {
            if (Text(manifest) is not { } text)
            {
                return new ForeignReading.Refused(FileFault.Encoding, 0, manifest.FullName);
            }

            if (SafeXml.Judge(() => SafeXml.Open(text), manifest.FullName) is { } refused)
            {
                return refused;
            }

            using var xml = SafeXml.Open(text);
            List<XElement> resources = [.. XElement.Load(xml).Descendants().Where(element => element.Is("resource"))];
            var folder = manifest.FullName[..^manifest.Name.Length];
            List<string> named = [.. resources.Where(IsItem).Select(resource => PathOf(resource, folder)).Distinct(StringComparer.Ordinal)];
            if (named.Count is 0 && resources.Exists(resource => resource.Attribute("type")?.Value.StartsWith("imsqti_xmlv1", StringComparison.OrdinalIgnoreCase) is true))
            {
                return new ForeignReading.Refused(FileFault.UnsupportedFormat, 0, "QTI 1.2");
            }

            return Items(named, Unnamed([.. resources.Select(resource => PathOf(resource, folder))]));
        }

        private static bool IsItem(XElement resource) => resource.Attribute("type")?.Value.Contains("item_xml", StringComparison.OrdinalIgnoreCase) is true;

        private static string PathOf(XElement resource, string folder) =>
            Normal(folder + string.Concat(resource.AncestorsAndSelf().Reverse().Select(element => element.Attribute(Base)?.Value ?? "").Select(part => part.Length is 0 || part.EndsWith('/') ? part : part + "/"))
                + Uri.UnescapeDataString(resource.Attribute("href")?.Value ?? ""));

        // Items that no manifest names are there all the same: they are read, not left out in silence.
        private List<string> Unnamed(HashSet<string> named) =>
            [.. entries.Where(entry => entry.Key.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !named.Contains(entry.Key) && BeginsAsItem(entry.Value)).Select(entry => entry.Key).Order(StringComparer.Ordinal)];

        // By the name of its root, however long a comment stands above it. What breaks off before is an item if the word stands there.
        private bool BeginsAsItem(ZipArchiveEntry entry)
        {
            var text = ForeignFile.Decode(Bytes(entry, MostText))?.TrimStart() ?? "";
            using var xml = SafeXml.Open(text);
            try
            {
                return xml.MoveToContent() is XmlNodeType.Element && IsItem(xml.LocalName);
            }
            catch (XmlException)
            {
                return text.AsSpan(0, Math.Min(text.Length, 4000)).IndexOf("assessmentItem") >= 0;
            }
        }

        private static bool IsItem(string root) => root is "assessmentItem" or "qti-assessment-item";

        private ForeignReading Items(List<string> named, List<string> others)
        {
            List<string> paths = [.. named, .. others];
            return paths.Count switch
            {
                0 => new ForeignReading.Refused(zip.Entries.Any(entry => entry.Name.Equals("imsmanifest.xml", StringComparison.OrdinalIgnoreCase)) ? FileFault.NoQuestions : FileFault.UnknownFormat),
                > ForeignFile.MostQuestions => new ForeignReading.Refused(FileFault.TooManyQuestions),
                _ => new ForeignReading.Read(ExchangeFormat.Qti, [.. paths.Select((path, index) => Item(path, index + 1))]) { Pictures = bag.Kept },
            };
        }

        private ForeignQuestion Item(string path, int number)
        {
            if (!entries.TryGetValue(path, out var entry) || Text(entry) is not { } text)
            {
                return Broken(path, number, 0);
            }

            if (SafeXml.Judge(() => SafeXml.Open(text), path) is { } refused)
            {
                return Broken(path, number, refused.Line);
            }

            if (RootOf(text) is not "assessmentItem" and var root)
            {
                return new ForeignQuestion { Number = number, Line = 1, Where = path, Problems = [new ForeignProblem(ForeignFault.Unsupported, IsItem(root) ? "QTI 3.0" : $"<{root}>")] };
            }

            var folder = path.Contains('/', StringComparison.Ordinal) ? path[..(path.LastIndexOf('/') + 1)] : "";
            return QtiReader.Read(text, number, path, bag, address => Find(folder, address));
        }

        private static string RootOf(string text)
        {
            using var xml = SafeXml.Open(text);
            return xml.MoveToContent() is XmlNodeType.Element ? xml.LocalName : "";
        }

        private byte[]? Find(string folder, string address)
        {
            var path = Uri.UnescapeDataString(address.Split('?', '#')[0]);
            return path.Length > 0 && (entries.TryGetValue(Normal(folder + path), out var entry) || entries.TryGetValue(Normal(path), out entry)) ? Bytes(entry, MediaKinds.LargestPicture) : null;
        }

        private static ForeignQuestion Broken(string path, int number, int line) =>
            new() { Number = number, Line = line, Where = path, Problems = [new ForeignProblem(ForeignFault.Malformed, path)] };

        // Our own: pictures lie beside the text under the name of their content, or under the name that its author wrote.
        private ForeignReading ReadMarkdown(ZipArchiveEntry entry)
        {
            if (ForeignFile.Decode(Bytes(entry, ForeignFile.MostBytes)) is not { } text)
            {
                return new ForeignReading.Refused(FileFault.Encoding, 0, entry.FullName);
            }

            if (text.Length > ForeignFile.MostBytes)
            {
                throw new TooMuchInsideException();
            }

            var reading = MarkdownQuestions.Read(NamedPicture().Replace(text, line => Written(line, entry.FullName[..^entry.Name.Length])));
            return reading is ForeignReading.Read read ? read with { Questions = [.. read.Questions.Select(WithPictures)], Pictures = bag.Kept } : reading;
        }

        // What is not there, or is no picture, stays as it is and is refused with its line.
        private string Written(Match line, string folder)
        {
            var (name, alt) = (line.Groups["name"].Value, line.Groups["alt"].Value.Trim());
            var bytes = Find(folder, name) ?? Find("pictures/", name);
            return bytes is not null && bag.Take(new ForeignDraft(0, 0), new FoundPicture(name, alt), bytes) is { } picture
                ? string.Create(CultureInfo.InvariantCulture, $"picture: {picture.File} {picture.Type} {picture.Width}x{picture.Height} {alt}").TrimEnd()
                : line.Value;
        }

        [GeneratedRegex(@"^picture:[ \t]*(?<name>[^\s]+\.(png|jpe?g))(?<alt>[^\r\n]*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
        private static partial Regex NamedPicture();

        private ForeignQuestion WithPictures(ForeignQuestion question)
        {
            List<ForeignProblem> problems = [.. question.Problems];
            foreach (var picture in question.AllPictures.Where(picture => !bag.Kept.ContainsKey(picture.File)))
            {
                var draft = new ForeignDraft(question.Number, question.Line);
                if (entries.Values.FirstOrDefault(entry => entry.Name.StartsWith(picture.File, StringComparison.Ordinal)) is { } file
                    && !string.Equals(bag.Take(draft, new FoundPicture(file.Name, picture.Alt), Bytes(file, MediaKinds.LargestPicture))?.File, picture.File, StringComparison.Ordinal))
                {
                    problems.Add(new ForeignProblem(ForeignFault.PictureBroken, file.Name));
                }
            }

            if (question.IsTakeable && question.AllPictures.FirstOrDefault(picture => string.IsNullOrWhiteSpace(picture.Alt)) is { } mute)
            {
                problems.Add(new ForeignProblem(ForeignFault.PictureTextMissing, mute.File[..8]));
            }

            return question with { Problems = problems };
        }

        private string? Text(ZipArchiveEntry entry) =>
            Bytes(entry, MostText) is { Length: <= MostText } bytes ? ForeignFile.Decode(bytes)?.TrimStart() : throw new TooMuchInsideException();

        // What the directory of the archive says about sizes may be a lie: it is counted while unpacking. Of what is longer, only that it is.
        private byte[] Bytes(ZipArchiveEntry entry, int most)
        {
            using var stream = entry.Open();
            var memory = new MemoryStream();
            var buffer = new byte[81920];
            int read;
            while (memory.Length <= most && (read = stream.Read(buffer)) > 0)
            {
                memory.Write(buffer, 0, read);
                unpacked += read;
                if (unpacked > MostUnpacked)
                {
                    throw new TooMuchInsideException();
                }
            }

            return memory.ToArray();
        }
    }
}
