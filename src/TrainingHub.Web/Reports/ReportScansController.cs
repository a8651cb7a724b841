using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>Scans of the signed and sealed copy of a report. Each stays; the newest is the one that holds.</summary>
[Route("reports/{id:guid}/scans")]
public sealed class ReportScansController(
    Db db, Transactions transactions, ReportsQuery reports, KeepScan keep, CurrentPerson current, Ids ids, DayClock clock, IStringLocalizer<ReportsText> text) : Controller
{
    // Signed again and again it is still one report.
    private const int Most = 20;

    [HttpPost, Require(Capability.DeclarePositions), RequestSizeLimit(ScanFile.LargestUpload), RequestFormLimits(MultipartBodyLengthLimit = ScanFile.LargestUpload)]
    public async Task<IActionResult> Create(Guid id, IFormFile? scan, CancellationToken cancel)
    {
        if (await reports.FindAsync(id, Capability.DeclarePositions, cancel) is not { } report)
        {
            return NotFound();
        }

        if (await ScanFile.ReadAsync(scan, cancel) is not { } file || await db.ReportScans.CountAsync(s => s.ReportId == id, cancel) >= Most)
        {
            ModelState.AddModelError("scan", text["Required_Scan"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("ReportScansNew", report);
        }

        await transactions.RunAsync(async cancel =>
        {
            db.ReportScans.Add(new ReportScan
            {
                Id = ids.Next(),
                ReportId = id,
                Name = file.Name,
                ContentType = file.ContentType,
                Hash = await keep.RunAsync(file, cancel),
                Size = file.Bytes.Length,
                UploadedAt = clock.Now,
                UploadedBy = current.Id,
            });
            await db.SaveChangesAsync(cancel);
        }, cancel);
        return Redirect($"/reports/{id}#scans");
    }

    [HttpGet("{scan:guid}"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Show(Guid id, Guid scan, CancellationToken cancel)
    {
        if (await reports.FindAsync(id, Capability.ReadCoverage, cancel) is not { } report
            || (await reports.ScansAsync(report, cancel)).Find(one => one.Id == scan) is not { } found
            || await keep.FindAsync(found.Hash, cancel) is not { } bytes)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        return File(bytes, found.ContentType, found.Name);
    }
}
