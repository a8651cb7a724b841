using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.People;

namespace TrainingHub.Reports;

/// <summary>Where a target will stand on its cut-off day at the present pace.</summary>
[Route("reports/forecasts/{target}")]
public sealed class ForecastsController(TargetQuery targets, ForecastQuery forecasts, TurnOfDay turn) : Controller
{
    [HttpGet, Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Show(string target, string? organization, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        return await targets.FindAsync(target, cancel) is { } found && await targets.FindUnitAsync(found, organization, Capability.ReadCoverage, cancel) is { } unit
            ? View(await forecasts.RunAsync(found, unit, cancel))
            : NotFound();
    }
}
