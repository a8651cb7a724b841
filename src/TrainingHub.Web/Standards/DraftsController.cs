using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Standards;

/// <summary>Local documents of a bureau and post standards of a school, while they are written.</summary>
[Route("standards/drafts"), LostRace]
public sealed class DraftsController(DraftsQuery list, DraftQuery drafts, AddDraft add, SaveDraft save, IStringLocalizer<StandardsText> text) : Controller
{
    private const string Preview = "preview";

    [HttpGet, Require(Capability.ManageStandards)]
    public async Task<IActionResult> Index(DraftsFilter filter, CancellationToken cancel) => View(await list.RunAsync(filter, cancel));

    [HttpGet("new"), Require(Capability.ManageStandards)]
    public async Task<IActionResult> New(StandardKind? kind, string? unit, CancellationToken cancel)
    {
        // A choice that makes no sense is none.
        ModelState.Clear();
        var chosen = kind is StandardKind.Local ? StandardKind.Local : StandardKind.Post;
        return View("DraftsEdit", await drafts.FormAsync(new DraftInput { Kind = chosen, Readers = OwnEditionRule.UsualReaders(chosen), Unit = unit }, cancel));
    }

    [HttpPost, Require(Capability.ManageStandards)]
    public async Task<IActionResult> Create(DraftInput input, string? then, CancellationToken cancel)
    {
        if (Read(input) is not { } clauses || string.Equals(then, Preview, StringComparison.Ordinal))
        {
            return Form(await drafts.FormAsync(input, cancel));
        }

        switch (await add.RunAsync(input, clauses, cancel))
        {
            case DraftOutcome.Saved saved:
                return RedirectToAction(nameof(Edit), new { id = saved.Id, saved = true });
            case DraftOutcome.Refused refused:
                ModelState.AddModelError(refused.Field, text[refused.Key]);
                return Form(await drafts.FormAsync(input, cancel));
            default:
                throw new UnreachableException();
        }
    }

    [HttpGet("{id:guid}"), Require(Capability.ManageStandards)]
    public async Task<IActionResult> Edit(Guid id, bool saved, CancellationToken cancel) =>
        await drafts.FindAsync(id, cancel) is { } draft ? View(await drafts.FormAsync(draft, typed: null, cancel) with { IsSaved = saved }) : NotFound();

    [HttpPost("{id:guid}"), Require(Capability.ManageStandards)]
    public async Task<IActionResult> Update(Guid id, DraftInput input, string? then, CancellationToken cancel)
    {
        if (await drafts.FindAsync(id, cancel) is not { } draft)
        {
            return NotFound();
        }

        if (Read(input) is not { } clauses || string.Equals(then, Preview, StringComparison.Ordinal))
        {
            return Form(await drafts.FormAsync(draft, input, cancel));
        }

        switch (await save.RunAsync(id, input, clauses, cancel))
        {
            case DraftOutcome.Saved when string.Equals(then, "publication", StringComparison.Ordinal):
                return Redirect($"/standards/drafts/{id}/publication");
            case DraftOutcome.Saved:
                return RedirectToAction(nameof(Edit), new { id, saved = true });
            case DraftOutcome.Changed changed:
                return Overtaken(await drafts.FormAsync(draft, input, cancel) with { Overtaken = changed.Last });
            case DraftOutcome.NotFound:
                return NotFound();
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The clauses of the form; null when anything in it is wrong, which is then in the model state.</summary>
    private IReadOnlyList<Clause>? Read(DraftInput input)
    {
        foreach (var (field, key) in input.Faults())
        {
            ModelState.AddModelError(field, text[key]);
        }

        var (clauses, faults) = ClauseText.Read(input.Clauses ?? "");
        foreach (var fault in faults.Take(50))
        {
            ModelState.AddModelError(nameof(input.Clauses), text[$"ClauseFault_{fault.Kind}", fault.Line, fault.What]);
        }

        return ModelState.IsValid ? clauses : null;
    }

    private ViewResult Form(DraftForm form)
    {
        var view = View("DraftsEdit", form);
        view.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return view;
    }

    private ViewResult Overtaken(DraftForm form)
    {
        var view = View("DraftsEdit", form);
        view.StatusCode = StatusCodes.Status409Conflict;
        return view;
    }
}
