using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Records;

namespace TrainingHub.Completions;

/// <summary>Taking the revocation of a record back, with a reason.</summary>
[Route("records/{id:guid}/restoration")]
public sealed class RestorationsController(RevocationQuery revocations, RestoreRecord restore, IStringLocalizer<RecordsText> text) : Controller
{
    [HttpPost, Require(Capability.RevokeRecords)]
    public async Task<IActionResult> Create(Guid id, RevocationInput input, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync(id, input, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        switch (await restore.RunAsync(id, input.Reason, cancel))
        {
            case RestoreOutcome.Restored:
                return Redirect($"/records/{id}/revocation");
            case RestoreOutcome.NotRevoked:
                ModelState.AddModelError("", text["NotRestorable"]);
                return await AgainAsync(id, input, StatusCodes.Status409Conflict, cancel);
            case RestoreOutcome.Overlaps:
                ModelState.AddModelError("", text["RestoreOverlaps"]);
                return await AgainAsync(id, input, StatusCodes.Status409Conflict, cancel);
            case RestoreOutcome.NotFound:
                return NotFound();
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IActionResult> AgainAsync(Guid id, RevocationInput input, int status, CancellationToken cancel)
    {
        if (await revocations.RunAsync(id, input, cancel) is not { } page)
        {
            return NotFound();
        }

        Response.StatusCode = status;
        return View("/Records/RevocationsShow.cshtml", page);
    }
}
