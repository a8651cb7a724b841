using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>What an organization is from a day on.</summary>
[Route("organizations/{code}/details"), LostRace]
public sealed class DetailsController(
    Db db, Scope scope, OrganizationQuery one, EditOrganization edit, DayClock clock, IStringLocalizer<OrganizationsText> text) : Controller
{
    [HttpGet, Require(Capability.ManageOrganizations)]
    public async Task<IActionResult> Edit(string code, CancellationToken cancel)
    {
        if (await FindAsync(code, cancel) is not { } organization)
        {
            return NotFound();
        }

        var (known, today) = (await KnownAsync(organization.Id, cancel), clock.Today);
        var now = known.FirstOrDefault(d => d.HoldsOn(today)) ?? known.MaxBy(d => d.From);
        return Form(organization, new OrganizationInput
        {
            Name = now?.Name ?? organization.Name,
            Kind = now?.Kind ?? OrganizationKind.School,
            Stages = [.. Enum.GetValues<SchoolStages>().Where(s => s != SchoolStages.None && now?.Stages.HasFlag(s) == true)],
            Flags = [.. Enum.GetValues<OrganizationFlags>().Where(f => f != OrganizationFlags.None && now?.Flags.HasFlag(f) == true)],
            Area = now?.Area,
            From = today,
            Version = KnownVersion.Of(known.Select(d => d.Id)),
        });
    }

    [HttpPost, Require(Capability.ManageOrganizations)]
    public async Task<IActionResult> Update(string code, OrganizationInput input, CancellationToken cancel)
    {
        if (await FindAsync(code, cancel) is not { } organization)
        {
            return NotFound();
        }

        foreach (var (field, key) in input.Faults())
        {
            ModelState.AddModelError(field, text[key]);
        }

        if (!ModelState.IsValid || input.From is not { } from)
        {
            return this.Unprocessable(() => Form(organization, input));
        }

        var outcome = await edit.RunAsync(organization.Id, new DetailsChange
        {
            From = from,
            Name = input.Name,
            Kind = input.Kind,
            Stages = input.AllStages,
            Flags = input.AllFlags,
            Area = input.Area,
            Reason = input.Reason,
            Version = input.Version ?? "",
        }, cancel);
        var version = KnownVersion.Of((await KnownAsync(organization.Id, cancel)).Select(d => d.Id));
        return this.Answer(outcome, nameof(input.From), text, clock, () => Form(organization, input with { Version = version }));
    }

    private Task<Organization?> FindAsync(string code, CancellationToken cancel) =>
        one.FindAsync(code, scope.Below(Capability.ManageOrganizations), cancel);

    private Task<List<OrganizationDetails>> KnownAsync(Guid id, CancellationToken cancel) =>
        db.OrganizationDetails.AsNoTracking().Known().Where(d => d.OrganizationId == id).ToListAsync(cancel);

    private ViewResult Form(Organization organization, OrganizationInput input) =>
        View("DetailsEdit", new FormPage<OrganizationInput>(organization.Code, organization.Name, input, []));
}
