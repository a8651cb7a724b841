using System.Xml;
using System.Xml.Linq;

namespace TrainingHub.Courseware.Exchange;

/// <summary>XML from strangers: no document type, nothing fetched, so deep and so long and no more.</summary>
internal static class SafeXml
{
    private const int Deepest = 60;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 60_000_000,
        MaxCharactersFromEntities = 0,
        CloseInput = true,
    };

    public static XmlReader Open(string text) => XmlReader.Create(new StringReader(text), Settings);

    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, Settings);

    /// <summary>Why it cannot be read; null when it can. Reads it once without keeping anything.</summary>
    public static ForeignReading.Refused? Judge(Func<XmlReader> open, string where = "")
    {
        using var xml = open();
        try
        {
            while (xml.Read())
            {
                if (xml.Depth > Deepest)
                {
                    return new ForeignReading.Refused(FileFault.Bomb, ((IXmlLineInfo)xml).LineNumber, where);
                }
            }

            return null;
        }
        catch (XmlException exception) when (IsAboutTypes(exception))
        {
            return new ForeignReading.Refused(FileFault.Entities, exception.LineNumber, where);
        }
        catch (XmlException exception)
        {
            return new ForeignReading.Refused(FileFault.Damaged, exception.LineNumber, where);
        }
        catch (InvalidDataException)
        {
            return new ForeignReading.Refused(FileFault.Damaged, 0, where);
        }
    }

    /// <summary>The elements of that name that stand directly in the root, one after the other, in any name space.</summary>
    public static IEnumerable<XElement> ChildrenOfRoot(XmlReader xml, string name)
    {
        xml.MoveToContent();
        xml.Read();
        while (!xml.EOF)
        {
            if (xml is { NodeType: XmlNodeType.Element, Depth: 1 } && string.Equals(xml.LocalName, name, StringComparison.Ordinal))
            {
                // The line is lost on an element that is read from a reader, unless it is asked for first.
                var line = ((IXmlLineInfo)xml).LineNumber;
                if (XNode.ReadFrom(xml) is XElement element)
                {
                    element.AddAnnotation(new LineMark(line));
                    yield return element;
                }
            }
            else
            {
                xml.Read();
            }
        }
    }

    public static int LineOf(XElement element) => element.Annotation<LineMark>()?.Line ?? 0;

    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.Is(name));

    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Is(name));

    public static bool Is(this XElement element, string name) => string.Equals(element.Name.LocalName, name, StringComparison.Ordinal);

    private static bool IsAboutTypes(XmlException exception) =>
        exception.Message.Contains("DTD", StringComparison.Ordinal) || exception.Message.Contains("entity", StringComparison.OrdinalIgnoreCase);

    private sealed record LineMark(int Line);
}
