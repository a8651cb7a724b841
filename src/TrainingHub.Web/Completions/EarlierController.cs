using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Programmes;

namespace TrainingHub.Completions;

/// <summary>Enters who has done already what a programme asks.</summary>
[Route("programmes/{programme}/completions")]
public sealed class EarlierController(ProgrammesQuery programmes, EnterEarlier enter) : Controller
{
    [HttpPost, Require(Capability.ManageTargets)]
    public async Task<IActionResult> Create(string programme, Guid? after, int entered, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await programmes.FindOwnAsync(programme, cancel) is not { } found)
        {
            return NotFound();
        }

        var outcome = await enter.RunAsync(found.Programme.Id, after, cancel);
        return Redirect($"/programmes/{found.Programme.Slug}?entered={Math.Max(0, entered) + outcome.Records}{(outcome.After is { } next ? $"&after={next}" : "")}");
    }
}
