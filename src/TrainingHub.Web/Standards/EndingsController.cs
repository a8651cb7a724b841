using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Standards;

/// <summary>The last day of an edition that a unit entered.</summary>
[Route("standards/{slug}/ending"), LostRace]
public sealed class EndingsController(StandardQuery standards, EndEdition end, IStringLocalizer<StandardsText> text) : Controller
{
    [HttpGet, Require(Capability.ManageStandards)]
    public async Task<IActionResult> New(string slug, string? edition, CancellationToken cancel) =>
        await standards.RunAsync(slug, edition ?? "", cancel) is { IsManaged: true } page
            ? View(new EndingPage(page, new EndingInput { Edition = page.Row.Edition.Edition }))
            : NotFound();

    [HttpPost, Require(Capability.ManageStandards)]
    public async Task<IActionResult> Create(string slug, EndingInput input, CancellationToken cancel)
    {
        if (await standards.RunAsync(slug, input.Edition, cancel) is not { IsManaged: true } page)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || input.Until is not { } until)
        {
            return Again(page, input);
        }

        switch (await end.RunAsync(page.Row.Edition.Name, until, cancel))
        {
            case DraftOutcome.Published published:
                return Redirect($"/standards/{slug}?edition={Uri.EscapeDataString(published.Edition.Edition)}");
            case DraftOutcome.NotFound:
                return NotFound();
            case DraftOutcome.Refused refused:
                ModelState.AddModelError(refused.Field, text[refused.Key]);
                return Again(page, input);
            default:
                throw new UnreachableException();
        }
    }

    private ViewResult Again(StandardPage page, EndingInput input)
    {
        var view = View("EndingsNew", new EndingPage(page, input));
        view.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return view;
    }
}
