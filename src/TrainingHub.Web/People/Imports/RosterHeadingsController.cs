using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.People.Imports;

/// <summary>What is remembered of the headings of a unit's rosters.</summary>
[Route("people/imports/headings"), Require(Capability.ManagePeople)]
public sealed class RosterHeadingsController(ImportsQuery imports, RosterHeadings headings) : Controller
{
    [HttpPost("removal")]
    public async Task<IActionResult> Remove(string unit, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(unit) || !(await imports.FindUnitsAsync([unit.Trim()], cancel)).TryGetValue(unit.Trim(), out var found))
        {
            return NotFound();
        }

        await headings.ForgetAsync(found, cancel);
        return Redirect("/people/imports");
    }
}
