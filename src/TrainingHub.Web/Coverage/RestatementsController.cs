using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>What later facts make of a frozen figure: it stands beside, the frozen one stays as it is.</summary>
[Route("coverage/{target}/snapshots/{number:int}/restatement")]
public sealed class RestatementsController(SnapshotQuery snapshots, RestatedQuery restated, TurnOfDay turn, DayClock clock) : Controller
{
    [HttpGet, Require(Capability.ReadNames)]
    public async Task<IActionResult> Show(string target, int number, FigureFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await snapshots.FindAsync(target, number, filter.Organization, cancel) is not { } place)
        {
            return NotFound();
        }

        if (!place.MayReadNames)
        {
            return Forbid();
        }

        var found = await restated.ReadAsync(place, cancel);
        var names = found?.Names ?? [];
        var pages = Pages.Of(filter.Page, names.Count);
        return View(new RestatementPage
        {
            Place = place,
            Frozen = await snapshots.SumAsync(place, cancel),
            Restated = found?.Figure,
            Rows = await restated.RowsAsync(place, names, pages, cancel),
            Pages = pages,
            AsOf = clock.InZone(clock.Now),
        });
    }
}
