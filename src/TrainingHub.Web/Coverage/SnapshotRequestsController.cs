using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>How far the freezing of a day is, for whoever may freeze the target.</summary>
[Route("coverage/{target}/snapshots/requests")]
public sealed class SnapshotRequestsController(TargetQuery targets, SnapshotQuery snapshots) : Controller
{
    [HttpGet("{id:guid}"), Require(Capability.ManageTargets)]
    public async Task<IActionResult> Show(string target, Guid id, CancellationToken cancel)
    {
        if (await targets.FindAsync(target, cancel) is not { } found || !await snapshots.MayFreezeAsync(found, cancel) || await snapshots.FindRequestAsync(found, id, cancel) is not { } request)
        {
            return NotFound();
        }

        return request.Number is { } number ? RedirectToAction("Show", "Snapshots", new { target, number }) : View(new SnapshotRequestPage(found, request));
    }
}
