using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>Name, staff number and phone.</summary>
[Route("people/{id:guid}/details"), LostRace]
public sealed class PersonDetailsController(Scope scope, EditPerson edit, DayClock clock, IStringLocalizer<PeopleText> text) : Controller
{
    [HttpGet, Require(Capability.ManagePeople)]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } person
            ? Form(id, Shown(person))
            : NotFound();

    [HttpPost, Require(Capability.ManagePeople)]
    public async Task<IActionResult> Update(Guid id, PersonInput input, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is null)
        {
            return NotFound();
        }

        foreach (var (field, key) in input.Faults())
        {
            ModelState.AddModelError(field, text[key]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Form(id, input);
        }

        switch (await edit.RunAsync(id, new PersonEdit(input.Name, input.StaffNumber, PhoneNumber.Tidy(input.Phone), input.Version ?? ""), cancel))
        {
            case EditPersonOutcome.Done:
                return Redirect($"/people/{id}");
            case EditPersonOutcome.Changed when await FindAsync(id, cancel) is { } now:
                this.ShowLostRace(new LastChange(null, null), text, clock);
                return View("PersonDetailsEdit", new PersonDetailsForm(id, input with { Version = EditPerson.VersionOf(now) }, Shown(now)));
            case EditPersonOutcome.SameNumber:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                ModelState.AddModelError(nameof(input.StaffNumber), text["Refusal_SameNumber"]);
                return Form(id, input);
            default:
                return NotFound();
        }
    }

    private Task<Person?> FindAsync(Guid id, CancellationToken cancel) =>
        scope.PeopleInPost(Capability.ManagePeople).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.AnonymizedAt == null, cancel);

    private static PersonInput Shown(Person person) => new() { Name = person.Name, StaffNumber = person.StaffNumber, Phone = person.Phone, Version = EditPerson.VersionOf(person) };

    private ViewResult Form(Guid id, PersonInput input) => View("PersonDetailsEdit", new PersonDetailsForm(id, input));
}
