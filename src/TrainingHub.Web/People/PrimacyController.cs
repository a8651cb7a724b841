using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>Makes a post the main one.</summary>
[Route("people/{id:guid}/memberships/{fact:guid}/primacy"), LostRace]
public sealed class PrimacyController(PersonQuery one, MakePrimary make, DayClock clock, IStringLocalizer<PeopleText> text) : Controller
{
    [HttpGet, Require(Capability.ManagePeople)]
    public async Task<IActionResult> New(Guid id, Guid fact, CancellationToken cancel) =>
        await FindAsync(id, fact, cancel) is var (person, post)
            ? Form(person, post, new PrimacyInput { From = post.From > clock.Today ? post.From : clock.Today, Version = person.Version })
            : NotFound();

    [HttpPost, Require(Capability.ManagePeople)]
    public async Task<IActionResult> Create(Guid id, Guid fact, PrimacyInput input, CancellationToken cancel)
    {
        if (await FindAsync(id, fact, cancel) is not var (person, post))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || input.From is not { } from)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Form(person, post, input);
        }

        var outcome = await make.RunAsync(id, fact, from, input.Version ?? "", cancel);
        return await this.AnswerAsync(outcome, text, clock, async () =>
            await FindAsync(id, fact, cancel) is var (now, same) ? Form(now, same, input with { Version = now.Version }) : NotFound());
    }

    private async Task<(PersonPage Person, PersonPost Post)?> FindAsync(Guid id, Guid fact, CancellationToken cancel) =>
        await one.RunAsync(id, cancel) is { MayManage: true } person
            && person.Posts.FirstOrDefault(post => post.FactId == fact && post.MayManage) is { } post
            ? (person, post)
            : null;

    private ViewResult Form(PersonPage person, PersonPost post, PrimacyInput input) =>
        View("PrimacyNew", new PrimacyForm(person.Id, person.Name, post, input));
}
