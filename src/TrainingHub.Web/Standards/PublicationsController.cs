using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Standards;

/// <summary>Publishing a draft, after a look at what that does.</summary>
[Route("standards/drafts/{id:guid}/publication"), LostRace]
public sealed class PublicationsController(DraftQuery drafts, PublicationQuery publication, PublishDraft publish, IStringLocalizer<StandardsText> text) : Controller
{
    [HttpGet, Require(Capability.ManageStandards)]
    public async Task<IActionResult> New(Guid id, CancellationToken cancel) =>
        await drafts.FindAsync(id, cancel) is { } draft ? View(await publication.RunAsync(draft, cancel)) : NotFound();

    [HttpPost, Require(Capability.ManageStandards)]
    public async Task<IActionResult> Create(Guid id, Guid? stamp, CancellationToken cancel)
    {
        switch (await publish.RunAsync(id, stamp, cancel))
        {
            case DraftOutcome.Published published:
                return Redirect($"/standards/{published.Edition.Slug}?edition={Uri.EscapeDataString(published.Edition.Edition)}");
            case DraftOutcome.NotFound:
                return NotFound();
            case DraftOutcome.Changed:
                ModelState.AddModelError("", text["Overtaken_Publication"]);
                return await AgainAsync(id, StatusCodes.Status409Conflict, cancel);
            case DraftOutcome.Refused refused:
                ModelState.AddModelError("", text[refused.Key]);
                return await AgainAsync(id, StatusCodes.Status422UnprocessableEntity, cancel);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IActionResult> AgainAsync(Guid id, int status, CancellationToken cancel)
    {
        if (await drafts.FindAsync(id, cancel) is not { } draft)
        {
            return NotFound();
        }

        var view = View("PublicationsNew", await publication.RunAsync(draft, cancel));
        view.StatusCode = status;
        return view;
    }
}
