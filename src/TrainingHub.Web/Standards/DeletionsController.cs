using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Standards;

/// <summary>Throwing a draft away, after asking once.</summary>
[Route("standards/drafts/{id:guid}/deletion"), LostRace]
public sealed class DeletionsController(DraftQuery drafts, DeleteDraft delete, IStringLocalizer<StandardsText> text) : Controller
{
    [HttpGet, Require(Capability.ManageStandards)]
    public async Task<IActionResult> New(Guid id, CancellationToken cancel) =>
        await drafts.FindAsync(id, cancel) is { } draft ? View(await drafts.FormAsync(draft, typed: null, cancel)) : NotFound();

    [HttpPost, Require(Capability.ManageStandards)]
    public async Task<IActionResult> Create(Guid id, Guid? stamp, CancellationToken cancel)
    {
        switch (await delete.RunAsync(id, stamp, cancel))
        {
            case DraftOutcome.Deleted:
                return Redirect("/standards/drafts");
            case DraftOutcome.Changed when await drafts.FindAsync(id, cancel) is { } draft:
                ModelState.AddModelError("", text["Overtaken_Deletion"]);
                var view = View("DeletionsNew", await drafts.FormAsync(draft, typed: null, cancel));
                view.StatusCode = StatusCodes.Status409Conflict;
                return view;
            case DraftOutcome.NotFound or DraftOutcome.Changed:
                return NotFound();
            default:
                throw new UnreachableException();
        }
    }
}
