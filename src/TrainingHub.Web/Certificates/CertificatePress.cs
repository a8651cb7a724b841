using System.Security.Cryptography;
using System.Text.Json;
using TrainingHub.Documents;

namespace TrainingHub.Certificates;

/// <summary>Makes certificate files when they are asked for: as many at once as there are cores, the others wait their turn.</summary>
public sealed class CertificatePress(CertificatePrinter printer) : IDisposable
{
    private readonly SemaphoreSlim _presses = new(Environment.ProcessorCount);

    public async Task<CertificateOutcome> PrintAsync(CertificateSheet sheet, CertificateFormat format, CancellationToken cancel)
    {
        await _presses.WaitAsync(cancel);
        try
        {
            return format == CertificateFormat.Pdf ? printer.Pdf(sheet) : printer.Png(sheet);
        }
        finally
        {
            _presses.Release();
        }
    }

    /// <summary>The characters that stand in the way; null when the certificate can be printed. Costs next to nothing.</summary>
    public CertificateOutcome.UnsupportedCharacters? Obstacle(CertificateSheet sheet) => printer.Obstacle(sheet);

    /// <summary>
    /// Names the file that <see cref="PrintAsync"/> would make, without making it: the same facts printed by the same build give the same bytes.
    /// </summary>
    public static string FingerprintOf(CertificateSheet sheet, CertificateFormat format)
    {
        var facts = JsonSerializer.SerializeToUtf8Bytes(new { sheet, format, build = typeof(CertificatePrinter).Module.ModuleVersionId });
        return Convert.ToHexStringLower(SHA256.HashData(facts).AsSpan(0, 16));
    }

    public void Dispose() => _presses.Dispose();
}
