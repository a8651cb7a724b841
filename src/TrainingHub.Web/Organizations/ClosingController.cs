using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>The end of an organization.</summary>
[Route("organizations/{code}/closing"), LostRace]
public sealed class ClosingController(
    Db db, Scope scope, OrganizationQuery one, CloseOrganization close, DayClock clock, IStringLocalizer<OrganizationsText> text) : Controller
{
    [HttpGet, Require(Capability.ManageOrganizations)]
    public async Task<IActionResult> New(string code, CancellationToken cancel) =>
        await FindAsync(code, cancel) is { } organization
            ? Form(organization, new ClosingInput { Version = await VersionAsync(organization.Id, cancel) })
            : NotFound();

    [HttpPost, Require(Capability.ManageOrganizations)]
    public async Task<IActionResult> Create(string code, ClosingInput input, CancellationToken cancel)
    {
        if (await FindAsync(code, cancel) is not { } organization)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || input.Until is not { } until)
        {
            return this.Unprocessable(() => Form(organization, input));
        }

        var outcome = await close.RunAsync(organization.Id, until, input.Reason, input.Version ?? "", cancel);
        var version = await VersionAsync(organization.Id, cancel);
        return this.Answer(outcome, nameof(input.Until), text, clock, () => Form(organization, input with { Version = version }));
    }

    private Task<Organization?> FindAsync(string code, CancellationToken cancel) =>
        one.FindAsync(code, scope.Below(Capability.ManageOrganizations), cancel);

    private async Task<string> VersionAsync(Guid id, CancellationToken cancel) =>
        KnownVersion.Of(await db.OrganizationDetails.Known().Where(d => d.OrganizationId == id).Select(d => d.Id).ToListAsync(cancel));

    private ViewResult Form(Organization organization, ClosingInput input) =>
        View("ClosingNew", new FormPage<ClosingInput>(organization.Code, organization.Name, input, []));
}
