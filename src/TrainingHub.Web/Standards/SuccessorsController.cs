using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Standards;

/// <summary>The next edition of a document that a unit entered.</summary>
[Route("standards/{slug}/successors"), LostRace]
public sealed class SuccessorsController(SucceedEdition succeed) : Controller
{
    [HttpPost, Require(Capability.ManageStandards)]
    public async Task<IActionResult> Create(string slug, string? edition, CancellationToken cancel) =>
        await succeed.RunAsync(new EditionName(slug, edition ?? ""), cancel) switch
        {
            DraftOutcome.Saved saved => Redirect($"/standards/drafts/{saved.Id}"),
            DraftOutcome.NotFound => NotFound(),
            DraftOutcome.Refused => StatusCode(StatusCodes.Status409Conflict),
            _ => throw new UnreachableException(),
        };
}
