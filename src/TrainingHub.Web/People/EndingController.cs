using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>The end of a post.</summary>
[Route("people/{id:guid}/memberships/{fact:guid}/ending"), LostRace]
public sealed class EndingController(PersonQuery one, EndMembership end, DayClock clock, IStringLocalizer<PeopleText> text) : Controller
{
    [HttpGet, Require(Capability.ManagePeople)]
    public async Task<IActionResult> New(Guid id, Guid fact, CancellationToken cancel) =>
        await FindAsync(id, fact, cancel) is var (person, post)
            ? Form(person, post, new EndingInput { Until = post.Until == Day.Open ? null : post.Until, Version = person.Version })
            : NotFound();

    [HttpPost, Require(Capability.ManagePeople)]
    public async Task<IActionResult> Create(Guid id, Guid fact, EndingInput input, CancellationToken cancel)
    {
        if (await FindAsync(id, fact, cancel) is not var (person, post))
        {
            return NotFound();
        }

        if (input.Until is { Year: > 2200 })
        {
            ModelState.AddModelError(nameof(input.Until), text["Bad_Day"]);
        }

        if (!ModelState.IsValid || input.Until is not { } until)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Form(person, post, input);
        }

        var outcome = await end.RunAsync(id, fact, until, input.Reason, input.Version ?? "", cancel);
        return await this.AnswerAsync(outcome, text, clock, async () =>
            await FindAsync(id, fact, cancel) is var (now, same) ? Form(now, same, input with { Version = now.Version }) : NotFound());
    }

    private async Task<(PersonPage Person, PersonPost Post)?> FindAsync(Guid id, Guid fact, CancellationToken cancel) =>
        await one.RunAsync(id, cancel) is { } person && person.Posts.FirstOrDefault(post => post.FactId == fact && post.MayManage) is { } post
            ? (person, post)
            : null;

    private ViewResult Form(PersonPage person, PersonPost post, EndingInput input) =>
        View("EndingNew", new EndingForm(person.Id, person.Name, post, input));
}
