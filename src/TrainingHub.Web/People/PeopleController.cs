using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

[Route("people"), LostRace]
public sealed class PeopleController(
    Db db, Scope scope, PersonQuery one, PositionsQuery positions, AddPerson add, DayClock clock, IStringLocalizer<PeopleText> text) : Controller
{
    [HttpGet("{id:guid}"), Require(Capability.ReadPeople)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel) =>
        await one.RunAsync(id, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("new"), Require(Capability.ManagePeople)]
    public async Task<IActionResult> New(string? organization, CancellationToken cancel) =>
        await FindAsync(organization, cancel) is { } unit
            ? await FormAsync(unit, new PersonInput(), new PostInput { Organization = unit.Code, From = clock.Today }, null, cancel)
            : NotFound();

    [HttpPost, Require(Capability.ManagePeople)]
    public async Task<IActionResult> Create(PersonInput person, PostInput post, CancellationToken cancel)
    {
        if (await FindAsync(post.Organization, cancel) is not { } unit)
        {
            return NotFound();
        }

        foreach (var (field, key) in person.Faults().Concat(post.Faults()))
        {
            ModelState.AddModelError(field, text[key]);
        }

        if (post.Position is { } chosen && !await positions.FitsAsync(chosen, unit.Id, cancel))
        {
            ModelState.AddModelError(nameof(post.Position), text["Required_Position"]);
        }

        if (!ModelState.IsValid || post is not { From: { } from, Position: { } position })
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await FormAsync(unit, person, post, null, cancel);
        }

        var outcome = await add.RunAsync(new NewPerson(person.Name, person.StaffNumber, PhoneNumber.Tidy(person.Phone), new NewMembership
        {
            OrganizationId = unit.Id,
            PositionId = position,
            Employment = post.Employment,
            From = from,
            Until = post.Until ?? Day.Open,
            IsPrimary = true,
        }), cancel);
        var twin = (outcome as MembershipOutcome.Refused)?.PersonId;
        return await this.AnswerAsync(outcome, text, clock, () => FormAsync(unit, person, post, twin, cancel));
    }

    private Task<Organization?> FindAsync(string? code, CancellationToken cancel)
    {
        var (wanted, reach) = ((code ?? "").ToUpperInvariant(), scope.Organizations(Capability.ManagePeople));
        return db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == wanted && reach.Contains(o.Id), cancel);
    }

    private async Task<IActionResult> FormAsync(Organization unit, PersonInput person, PostInput post, Guid? twin, CancellationToken cancel)
    {
        var own = db.Organizations.Where(o => o.Id == unit.Id).Select(o => o.Id);
        return View("PeopleNew", new PersonForm(person, post, unit.Code, unit.Name, await positions.ForAsync(own, cancel), twin));
    }
}
