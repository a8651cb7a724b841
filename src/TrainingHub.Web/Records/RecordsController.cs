using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Records;

/// <summary>The records of one person.</summary>
public sealed class RecordsController(TranscriptQuery transcript) : Controller
{
    [HttpGet("records"), Require]
    public async Task<IActionResult> Index(int page, CancellationToken cancel) =>
        await transcript.OwnAsync(page, cancel) is { } found ? View("RecordsShow", found) : NotFound();

    [HttpGet("people/{id:guid}/records"), Require(Capability.ReadRecords)]
    public async Task<IActionResult> Show(Guid id, int page, CancellationToken cancel) =>
        await transcript.OfAsync(id, page, cancel) is { } found ? View("RecordsShow", found) : NotFound();
}
