using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>时间线: what is known of a person by day.</summary>
[Route("people/{id:guid}/timeline")]
public sealed class PersonTimelineController(PersonTimelineQuery timeline) : Controller
{
    [HttpGet, Require(Capability.ReadPeople)]
    public async Task<IActionResult> Show(Guid id, PersonTimelineFilter filter, CancellationToken cancel)
    {
        // An address that was typed wrongly shows what there is.
        ModelState.Clear();
        return await timeline.RunAsync(id, filter, cancel) is { } page ? View(page) : NotFound();
    }
}
