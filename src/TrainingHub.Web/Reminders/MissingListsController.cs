using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.People;

namespace TrainingHub.Reminders;

/// <summary>催办名单 of a unit, for whoever may read its names.</summary>
[Route("reminders/missing"), Require(Capability.ReadNames)]
public sealed class MissingListsController(RemindersQuery reminders, MissingListQuery list, TurnOfDay turn) : Controller
{
    [HttpGet("{code}")]
    public async Task<IActionResult> Show(string code, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        return await reminders.UnitAsync(code, cancel) is { } unit ? View(await list.RunAsync(unit, cancel)) : NotFound();
    }
}
