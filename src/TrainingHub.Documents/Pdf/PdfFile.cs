using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace TrainingHub.Documents;

/// <summary>Numbers the objects of a PDF, remembers where each one begins and ends the file with the table of these places.</summary>
internal sealed class PdfFile
{
    private readonly ArrayBufferWriter<byte> _file = new(64 * 1024);
    private readonly List<long> _offsets = [0];

    public PdfFile()
    {
        Write("%PDF-1.7\n");
        _file.Write<byte>([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);   // tells transfer programs that this is not text
    }

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count - 1;
    }

    public void Object(int number, string body)
    {
        _offsets[number] = _file.WrittenCount;
        Write($"{Number(number)} 0 obj\n{body}\nendobj\n");
    }

    public int Object(string body)
    {
        var number = Reserve();
        Object(number, body);
        return number;
    }

    /// <param name="entries">Further entries of the stream's dictionary.</param>
    public int Stream(ReadOnlySpan<byte> content, string entries = "")
    {
        var number = Reserve();
        var compressed = Compress(content);
        _offsets[number] = _file.WrittenCount;
        Write($"{Number(number)} 0 obj\n<</Length {Number(compressed.Length)}/Filter/FlateDecode{entries}>>\nstream\n");
        _file.Write(compressed);
        Write("\nendstream\nendobj\n");
        return number;
    }

    /// <summary>A stream whose bytes are compressed already.</summary>
    /// <param name="content">As the named filter made them.</param>
    /// <param name="entries">The stream's dictionary without its length: filter, size and so on.</param>
    public int Compressed(ReadOnlySpan<byte> content, string entries)
    {
        var number = Reserve();
        _offsets[number] = _file.WrittenCount;
        Write($"{Number(number)} 0 obj\n<</Length {Number(content.Length)}{entries}>>\nstream\n");
        _file.Write(content);
        Write("\nendstream\nendobj\n");
        return number;
    }

    public byte[] Finish(int catalog, int information)
    {
        // The file's identity is its content: identical documents are identical files.
        var identity = Convert.ToHexString(SHA256.HashData(_file.WrittenSpan).AsSpan(0, 16));
        var start = _file.WrittenCount;
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"xref\n0 {_offsets.Count}\n0000000000 65535 f \n");
        foreach (var offset in _offsets.Skip(1))
        {
            table.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        }

        table.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {_offsets.Count}/Root {catalog} 0 R/Info {information} 0 R/ID[<{identity}><{identity}>]>>\nstartxref\n{start}\n%%EOF\n");
        Write(table.ToString());
        return _file.WrittenSpan.ToArray();
    }

    /// <summary>A text string that may hold any character.</summary>
    public static string TextString(string text) =>
        $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>At most three decimals, always a point.</summary>
    public static string Number(double number) => Math.Round(number, 3).ToString(CultureInfo.InvariantCulture);

    private static byte[] Compress(ReadOnlySpan<byte> content)
    {
        var compressed = new MemoryStream(content.Length / 2 + 64);
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return compressed.ToArray();
    }

    private void Write(string text) => _file.Write(Encoding.ASCII.GetBytes(text));
}
