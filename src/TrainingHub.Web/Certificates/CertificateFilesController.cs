using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;

namespace TrainingHub.Certificates;

/// <summary>A certificate as a file, made when asked for. A revoked one has no file any more; its page says why.</summary>
public sealed partial class CertificateFilesController(
    CertificateQuery certificates, CertificatePress press, PublicAddress address, ILogger<CertificateFilesController> logger) : Controller
{
    [HttpGet("certificates/{serial}.pdf"), Require]
    public Task<IActionResult> Pdf(string serial, CancellationToken cancel) => FileAsync(serial, CertificateFormat.Pdf, cancel);

    [HttpGet("certificates/{serial}.png"), Require]
    public Task<IActionResult> Png(string serial, CancellationToken cancel) => FileAsync(serial, CertificateFormat.Png, cancel);

    private async Task<IActionResult> FileAsync(string serial, CertificateFormat format, CancellationToken cancel)
    {
        if (await certificates.FindAsync(serial, cancel) is not { RevokedAt: null } facts)
        {
            return NotFound();
        }

        var sheet = facts.SheetFor(address.Of($"verify/{facts.Code}"));
        var tag = new EntityTagHeaderValue($"\"{CertificatePress.FingerprintOf(sheet, format)}\"");
        // Kept by this browser alone, and asked about every time: it may have been revoked since.
        Response.Headers.CacheControl = "private, no-cache";
        if (Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            Response.GetTypedHeaders().ETag = tag;
            return StatusCode(StatusCodes.Status304NotModified);
        }

        return await press.PrintAsync(sheet, format, cancel) switch
        {
            CertificateOutcome.Printed printed when format == CertificateFormat.Pdf =>
                File(printed.Bytes, "application/pdf", $"{facts.Serial}.pdf", lastModified: null, tag),
            CertificateOutcome.Printed printed => File(printed.Bytes, "image/png", lastModified: null, tag),
            CertificateOutcome.UnsupportedCharacters obstacle => Unprintable(facts, obstacle),
            _ => throw new UnreachableException(),
        };
    }

    private ViewResult Unprintable(CertificateFacts facts, CertificateOutcome.UnsupportedCharacters obstacle)
    {
        LogUnprintable(logger, facts.Id, obstacle.Field, obstacle.Characters.Count);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Response.Headers.CacheControl = "no-store";
        return View("CertificatesUnprintable", new UnprintablePage(facts.Serial, obstacle));
    }

    [LoggerMessage(700, LogLevel.Warning, "Certificate {CertificateId} cannot be printed: the fonts lack {Count} characters of its field {Field}")]
    private static partial void LogUnprintable(ILogger logger, Guid certificateId, string field, int count);
}
