using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>离岗: a person retires or leaves, and all their posts end.</summary>
[Route("people/{id:guid}/departure"), LostRace]
public sealed class DepartureController(PersonQuery one, DepartPerson depart, DayClock clock, IStringLocalizer<PeopleText> text) : Controller
{
    [HttpGet, Require(Capability.ManagePeople)]
    public async Task<IActionResult> New(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } person
            ? Form(person, new DepartureInput { Version = person.Version })
            : NotFound();

    [HttpPost, Require(Capability.ManagePeople)]
    public async Task<IActionResult> Create(Guid id, DepartureInput input, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } person)
        {
            return NotFound();
        }

        foreach (var (field, key) in input.Faults())
        {
            ModelState.AddModelError(field, text[key]);
        }

        if (!ModelState.IsValid || input.Until is not { } until)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Form(person, input);
        }

        var outcome = await depart.RunAsync(id, new Departure(input.Kind, until, input.Reason, input.Version ?? ""), cancel);
        return await this.AnswerAsync(outcome, text, clock, async () =>
            await FindAsync(id, cancel) is { } now ? Form(now, input with { Version = now.Version }) : NotFound());
    }

    private async Task<PersonPage?> FindAsync(Guid id, CancellationToken cancel) =>
        await one.RunAsync(id, cancel) is { MayManage: true, IsAnonymized: false } person && person.Posts.Any(post => post.MayManage) ? person : null;

    private ViewResult Form(PersonPage person, DepartureInput input) =>
        View("DepartureNew", new DepartureForm(
            person.Id, person.Name, [.. person.Posts.Where(post => post.MayManage && post.Until >= clock.Today)],
            person.HiddenPosts + person.Posts.Count(post => !post.MayManage && post.Until >= clock.Today), input));
}
