using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.People.Imports;

/// <summary>The writing of a list of organizations while it goes on: how far it is, stopping it, going on with it.</summary>
[Route("people/imports/organizations/{number}"), Require(Capability.ManageOrganizations)]
public sealed class UnitListRunsController(UnitListsQuery lists, StopImport stop, ResumeImport resume) : Controller
{
    /// <summary>The part of the progress page that changes, for its module to put in place.</summary>
    [HttpGet("progress"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Progress(string number, CancellationToken cancel) =>
        await lists.FindRunAsync(number, cancel) is { } import ? PartialView("_ImportProgress", import) : NotFound();

    // Whoever was too late is shown how things are now: stopping what has ended does no harm.
    [HttpPost("stoppage")]
    public async Task<IActionResult> Stop(string number, CancellationToken cancel)
    {
        if (await lists.FindRunAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        await stop.RunAsync(import.Id, cancel);
        return Redirect($"/people/imports/organizations/{number}");
    }

    [HttpPost("continuation")]
    public async Task<IActionResult> Resume(string number, CancellationToken cancel)
    {
        if (await lists.FindRunAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        await resume.RunAsync(import.Id, cancel);
        return Redirect($"/people/imports/organizations/{number}");
    }
}
