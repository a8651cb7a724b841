using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Records;

/// <summary>The revocation of a record: asked for on a page of its own, with a reason, since only a person takes it back.</summary>
[Route("records/{id:guid}/revocation")]
public sealed class RevocationsController(RevocationQuery revocations, RevokeRecord revoke, IStringLocalizer<RecordsText> text) : Controller
{
    /// <summary>The form, or what became of it.</summary>
    [HttpGet, Require(Capability.RevokeRecords)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel) =>
        await revocations.RunAsync(id, new RevocationInput(), cancel) is { } page ? View(page) : NotFound();

    [HttpPost, Require(Capability.RevokeRecords)]
    public async Task<IActionResult> Create(Guid id, RevocationInput input, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync(id, input, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        switch (await revoke.RunAsync(id, input.Reason, cancel))
        {
            case RevokeOutcome.Revoked:
                return Redirect($"/records/{id}/revocation");
            case RevokeOutcome.AlreadyRevoked:
                ModelState.AddModelError("", text["AlreadyRevoked"]);
                return await AgainAsync(id, input, StatusCodes.Status409Conflict, cancel);
            case RevokeOutcome.NotFound:
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
        return View(nameof(Show), page);
    }
}
