using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Records;
using TrainingHub.Time;

namespace TrainingHub.Certificates;

/// <summary>The revocation of a guest's certificate: asked for on a page of its own, with a reason, since it cannot be taken back.</summary>
[Route("certificates/{serial}/revocation"), Require(Capability.RevokeRecords)]
public sealed class GuestRevocationsController(CertificateQuery certificates, RevokeGuestCertificate revoke, DayClock clock, IStringLocalizer<CertificatesText> text) : Controller
{
    /// <summary>The form, or what became of it.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(string serial, CancellationToken cancel) =>
        await FindAsync(serial, new RevocationInput(), cancel) is { } page ? View(page) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Create(string serial, RevocationInput input, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync(serial, input, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        switch (await revoke.RunAsync(serial, input.Reason, cancel))
        {
            case RevokeOutcome.Revoked:
                return Redirect($"/certificates/{Uri.EscapeDataString(serial)}/revocation");
            case RevokeOutcome.AlreadyRevoked:
                ModelState.AddModelError("", text["Guest_Already"]);
                return await AgainAsync(serial, input, StatusCodes.Status409Conflict, cancel);
            case RevokeOutcome.NotFound:
                return NotFound();
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IActionResult> AgainAsync(string serial, RevocationInput input, int status, CancellationToken cancel)
    {
        if (await FindAsync(serial, input, cancel) is not { } page)
        {
            return NotFound();
        }

        Response.StatusCode = status;
        return View(nameof(Show), page);
    }

    private async Task<GuestRevocationPage?> FindAsync(string serial, RevocationInput input, CancellationToken cancel) =>
        await certificates.FindOfGuestAsync(serial, cancel) is { } facts ? new GuestRevocationPage(facts, facts.RevokedAt is { } at ? clock.DayOf(at) : null, input) : null;
}
