using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace TrainingHub.Documents;

/// <summary>Makes QR codes (error correction M) and writes them for web pages.</summary>
public static class Qr
{
    private const int QuietZone = 4;

    public static QrMatrix Make(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var all = data.ModuleMatrix;
        var size = all.Count - 2 * QuietZone;
        var rows = new BitArray[size];
        for (var row = 0; row < size; row++)
        {
            rows[row] = new BitArray(size);
            for (var column = 0; column < size; column++)
            {
                rows[row][column] = all[row + QuietZone][column + QuietZone];
            }
        }

        return new QrMatrix(rows);
    }

    /// <summary>
    /// The <c>d</c> of an SVG path, one unit per module, to be drawn in <see cref="SvgViewBox"/> with a dark fill on white.
    /// </summary>
    public static string SvgPath(QrMatrix matrix)
    {
        var path = new StringBuilder();
        foreach (var (row, column, length) in matrix.DarkRuns())
        {
            path.Append(CultureInfo.InvariantCulture, $"M{column + QuietZone},{row + QuietZone}h{length}v1h-{length}z");
        }

        return path.ToString();
    }

    /// <summary>The <c>viewBox</c> of the SVG, quiet zone included.</summary>
    public static string SvgViewBox(QrMatrix matrix) =>
        string.Create(CultureInfo.InvariantCulture, $"0 0 {matrix.Size + 2 * QuietZone} {matrix.Size + 2 * QuietZone}");
}
