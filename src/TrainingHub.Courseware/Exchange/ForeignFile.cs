using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Reads a file of questions. What it is is judged by its content; its name is not asked. Workbooks are unpacked by the caller.</summary>
public static partial class ForeignFile
{
    public const int MostBytes = 20 * 1024 * 1024;
    public const int MostQuestions = 20_000;

    /// <summary>Whether it begins as an archive does: a workbook or a package.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8);

    /// <summary>What is plain from how a file begins: that nothing reads it. Null when it is worth reading.</summary>
    public static FileFault? JudgeHead(ReadOnlySpan<byte> head) => head switch
    {
        [] => FileFault.NoFile,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => head.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? FileFault.PasswordProtected : FileFault.OldWorkbook,
        [(byte)'P', (byte)'K', 3, 4, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => null,
        _ => head[..Math.Min(head.Length, 4096)].Contains((byte)0) ? FileFault.UnknownFormat : null,
    };

    /// <param name="bytes">The file.</param>
    /// <param name="columns">What the columns of a table are, as a person said; null: by its header.</param>
    public static ForeignReading Read(byte[] bytes, IReadOnlyList<TableColumn>? columns = null)
    {
        if (bytes.Length is 0)
        {
            return new ForeignReading.Refused(FileFault.NoFile);
        }

        if (bytes.Length > MostBytes)
        {
            return new ForeignReading.Refused(FileFault.TooLarge);
        }

        try
        {
            return Unguarded(bytes, columns);
        }
        catch (TooMuchInsideException)
        {
            return new ForeignReading.Refused(FileFault.Bomb);
        }
        catch (RegexMatchTimeoutException)
        {
            // Text that is made to be looked at for ever.
            return new ForeignReading.Refused(FileFault.Damaged);
        }
    }

    private static ForeignReading Unguarded(byte[] bytes, IReadOnlyList<TableColumn>? columns)
    {
        if (IsArchive(bytes))
        {
            return ForeignPackage.Read(bytes);
        }

        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return new ForeignReading.Refused(FileFault.OldWorkbook);
        }

        return Decode(bytes) is { } text ? Limit(ReadText(text, columns)) : new ForeignReading.Refused(FileFault.Encoding);
    }

    /// <summary>UTF-8, UTF-16 with its mark, or GB18030; null when it is none of these.</summary>
    public static string? Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return Strict(bytes[0] is 0xFF ? new UnicodeEncoding(false, true, true) : new UnicodeEncoding(true, true, true), bytes.AsSpan(2));
        }

        var text = Strict(new UTF8Encoding(false, true), bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes)
            ?? Strict(GbText.Strict, bytes);
        return text is null || text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static ForeignReading ReadText(string text, IReadOnlyList<TableColumn>? columns)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ForeignReading.Refused(FileFault.NoQuestions);
        }

        if (columns is not null)
        {
            return TableReader.Read(ExchangeFormat.Csv, CsvText.Read(text), columns);
        }

        if (IsJson(text))
        {
            return new ForeignReading.Refused(FileFault.UnsupportedFormat, 1, "JSON");
        }

        if (text.TrimStart()[0] is '<' && !Words().IsMatch(text))
        {
            return ReadXml(text.TrimStart());
        }

        if (MarkdownQuestions.LooksLikeIt(text.ReplaceLineEndings("\n")))
        {
            return MarkdownQuestions.Read(text);
        }

        var table = CsvText.Read(text.Length <= 20_000 ? text : text[..20_000]);
        if (table.Take(15).Any(row => TableReader.IsHeader(row.Cells)))
        {
            return TableReader.Read(ExchangeFormat.Csv, CsvText.Read(text));
        }

        if (AikenReader.LooksLikeIt(text))
        {
            return Of(ExchangeFormat.Aiken, AikenReader.Read(text), new PictureBag());
        }

        if (text.Contains('{', StringComparison.Ordinal) || text.Contains("$CATEGORY:", StringComparison.OrdinalIgnoreCase))
        {
            var bag = new PictureBag();
            return Of(ExchangeFormat.Gift, GiftReader.Read(text, bag), bag);
        }

        return table.Count >= 2 && table.Take(5).All(row => row.Cells.Count >= 2)
            ? TableReader.Read(ExchangeFormat.Csv, CsvText.Read(text))
            : new ForeignReading.Refused(FileFault.UnknownFormat);
    }

    // Braces and brackets begin questions of GIFT too.
    private static bool IsJson(string text)
    {
        if (text.TrimStart()[0] is not ('{' or '['))
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // A text file whose first question is HTML: no XML document begins so.
    [GeneratedRegex(@"\A\s*<(p|b|i|u|div|span|br|strong|em|h[1-6]|ul|ol|table|img)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    private static ForeignReading ReadXml(string text)
    {
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
        {
            return new ForeignReading.Refused(FileFault.UnsupportedFormat, 1, "HTML");
        }

        if (SafeXml.Judge(() => SafeXml.Open(text)) is { } refused)
        {
            // Of a document type the reader does not say where it stands.
            return refused is { Why: FileFault.Entities, Line: 0 } ? refused with { Line = text.AsSpan(0, Math.Max(text.IndexOf("<!DOCTYPE", StringComparison.Ordinal), 0)).Count('\n') + 1 } : refused;
        }

        using var xml = SafeXml.Open(text);
        xml.MoveToContent();
        var bag = new PictureBag();
        return (xml.NodeType is XmlNodeType.Element ? xml.LocalName : "") switch
        {
            "quiz" => Of(ExchangeFormat.MoodleXml, MoodleXmlReader.Read(text, bag), bag),
            "assessmentItem" => Of(ExchangeFormat.Qti, [QtiReader.Read(text, 1, "", bag, _ => null)], bag),
            "assessmentTest" or "manifest" => new ForeignReading.Refused(FileFault.UnsupportedFormat, 1, "QTI: .zip"),
            "questestinterop" => new ForeignReading.Refused(FileFault.UnsupportedFormat, 1, "QTI 1.2"),
            "qti-assessment-item" or "qti-assessment-test" => new ForeignReading.Refused(FileFault.UnsupportedFormat, 1, "QTI 3.0"),
            "html" => new ForeignReading.Refused(FileFault.UnsupportedFormat, 1, "HTML"),
            var other => new ForeignReading.Refused(FileFault.UnsupportedFormat, 1, $"XML <{(other.Length <= 40 ? other : other[..40])}>"),
        };
    }

    private static ForeignReading Of(ExchangeFormat format, IEnumerable<ForeignQuestion> questions, PictureBag bag)
    {
        List<ForeignQuestion> read = [.. questions.Take(MostQuestions + 1)];
        return read.Count is 0 ? new ForeignReading.Refused(FileFault.NoQuestions) : new ForeignReading.Read(format, read) { Pictures = bag.Kept };
    }

    /// <summary>The reading, or that there are too many questions.</summary>
    public static ForeignReading Limit(ForeignReading reading) =>
        reading is ForeignReading.Read { Questions.Count: > MostQuestions } ? new ForeignReading.Refused(FileFault.TooManyQuestions) : reading;
}
