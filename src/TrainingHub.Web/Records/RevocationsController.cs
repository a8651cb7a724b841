using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Records;

/// <summary>The revocation of a record: asked for on a page of its own, with a reason, since it cannot be taken back.</summary>
[Route("records/{id:guid}/revocation")]
public sealed class RevocationsController(
    Db db, Scope scope, CurrentPerson current, RevokeRecord revoke, DayClock clock, IStringLocalizer<RecordsText> text) : Controller
{
    /// <summary>The form, or what became of it.</summary>
    [HttpGet, Require(Capability.RevokeRecords)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel) =>
        await FindAsync(id, new RevocationInput(), cancel) is { } page ? View(page) : NotFound();

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
        if (await FindAsync(id, input, cancel) is not { } page)
        {
            return NotFound();
        }

        Response.StatusCode = status;
        return View(nameof(Show), page);
    }

    private async Task<RevocationPage?> FindAsync(Guid id, RevocationInput input, CancellationToken cancel)
    {
        var reach = scope.People(Capability.RevokeRecords);
        var record = await db.RowsOf(db.TrainingRecords.Where(r => r.Id == id && reach.Any(person => person.Id == r.PersonId))).SingleOrDefaultAsync(cancel);
        return record is null
            ? null
            : new RevocationPage(record, record.RevokedAt is { } at ? clock.DayOf(at) : null, await current.MayAsync(Capability.ReadRecords), input);
    }
}
