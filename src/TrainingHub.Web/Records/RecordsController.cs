using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Records;

/// <summary>The records of one person.</summary>
public sealed class RecordsController(TranscriptQuery transcript) : Controller
{
    [HttpGet("records"), Require]
    public async Task<IActionResult> Index(CancellationToken cancel) =>
        await transcript.OwnAsync(cancel) is { } page ? View("RecordsShow", page) : NotFound();

    [HttpGet("people/{id:guid}/records"), Require(Capability.ReadRecords)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel) =>
        await transcript.OfAsync(id, cancel) is { } page ? View("RecordsShow", page) : NotFound();
}
