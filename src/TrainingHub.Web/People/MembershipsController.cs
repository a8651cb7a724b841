using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>A further post of a person, or a transfer within the reader's units.</summary>
[Route("people/{id:guid}/memberships"), LostRace]
public sealed class MembershipsController(
    Scope scope, PersonQuery one, PositionsQuery positions, FindOrganization find, AddMembership add, DayClock clock, IStringLocalizer<PeopleText> text) : Controller
{
    [HttpGet("new"), Require(Capability.ManagePeople)]
    public async Task<IActionResult> New(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } person
            ? await FormAsync(person, new PostInput { From = clock.Today, Version = person.Version }, cancel)
            : NotFound();

    [HttpPost, Require(Capability.ManagePeople)]
    public async Task<IActionResult> Create(Guid id, PostInput input, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } person)
        {
            return NotFound();
        }

        var units = await CheckAsync(person, input, cancel);
        if (!ModelState.IsValid || input is not { From: { } from, Position: { } position })
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await FormAsync(person, input, cancel);
        }

        var outcome = await add.RunAsync(id, new NewMembership
        {
            OrganizationId = units[0],
            PositionId = position,
            Employment = input.Employment,
            From = from,
            Until = input.Until ?? Day.Open,
            IsPrimary = input.IsPrimary,
            InsteadOf = input.InsteadOf,
            Reason = input.Reason,
            Version = input.Version ?? "",
        }, cancel);
        return await this.AnswerAsync(outcome, text, clock, async () =>
            await FindAsync(id, cancel) is { } now ? await FormAsync(now, input with { Version = now.Version }, cancel) : NotFound());
    }

    private async Task<IReadOnlyList<Guid>> CheckAsync(PersonPage person, PostInput input, CancellationToken cancel)
    {
        foreach (var (field, key) in input.Faults())
        {
            ModelState.AddModelError(field, text[key]);
        }

        var units = await find.RunAsync(input.Organization, scope.Organizations(Capability.ManagePeople), cancel);
        if (units.Count != 1 && input.Organization.Length > 0)
        {
            ModelState.AddModelError(nameof(input.Organization), text[units.Count == 0 ? "Unknown_Organization" : "Several_Organization"]);
        }

        if (units.Count == 1 && input.Position is { } position && !await positions.FitsAsync(position, units[0], cancel))
        {
            ModelState.AddModelError(nameof(input.Position), text["Required_Position"]);
        }

        if (input.InsteadOf is { } left && !person.Posts.Any(post => post.FactId == left && post.MayManage))
        {
            ModelState.AddModelError(nameof(input.InsteadOf), text["Unknown_Post"]);
        }

        return units;
    }

    private async Task<PersonPage?> FindAsync(Guid id, CancellationToken cancel) =>
        await one.RunAsync(id, cancel) is { MayManage: true } person ? person : null;

    private async Task<IActionResult> FormAsync(PersonPage person, PostInput input, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManagePeople);
        return View("MembershipsNew", new PostForm(
            person.Id, person.Name, input, await positions.ForAsync(reach, cancel),
            [.. person.Posts.Where(post => post.MayManage && post.Until >= clock.Today)], await find.SuggestAsync(reach, cancel)));
    }
}
