using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>Under whom an organization stands from a day on.</summary>
[Route("organizations/{code}/parent"), LostRace]
public sealed class ParentController(
    Db db, Scope scope, OrganizationQuery one, FindOrganization find, MoveOrganization move, DayClock clock, IStringLocalizer<OrganizationsText> text) : Controller
{
    [HttpGet, Require(Capability.ManageOrganizations)]
    public async Task<IActionResult> Edit(string code, CancellationToken cancel) =>
        await FindAsync(code, cancel) is { } organization
            ? await FormAsync(organization, new MoveInput { From = clock.Today, Version = await VersionAsync(organization.Id, cancel) }, cancel)
            : NotFound();

    [HttpPost, Require(Capability.ManageOrganizations)]
    public async Task<IActionResult> Update(string code, MoveInput input, CancellationToken cancel)
    {
        if (await FindAsync(code, cancel) is not { } organization)
        {
            return NotFound();
        }

        var parents = ModelState.IsValid ? await find.RunAsync(input.Parent, scope.Organizations(Capability.ManageOrganizations), cancel) : [];
        if (parents.Count != 1 && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(input.Parent), text[parents.Count == 0 ? "Unknown_Parent" : "Several_Parent"]);
        }

        if (!ModelState.IsValid || input.From is not { } from)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await FormAsync(organization, input, cancel);
        }

        var outcome = await move.RunAsync(organization.Id, parents[0], from, input.Reason, input.Version ?? "", cancel);
        var again = await FormAsync(organization, input with { Version = await VersionAsync(organization.Id, cancel) }, cancel);
        var field = outcome is TreeOutcome.Refused { Why: TreeRefusal.ParentAbsent } ? nameof(input.From) : nameof(input.Parent);
        return this.Answer(outcome, field, text, clock, () => again);
    }

    private Task<Organization?> FindAsync(string code, CancellationToken cancel) =>
        one.FindAsync(code, scope.Below(Capability.ManageOrganizations), cancel);

    private async Task<string> VersionAsync(Guid id, CancellationToken cancel) =>
        KnownVersion.Of(await db.OrganizationParents.Known().Where(p => p.OrganizationId == id).Select(p => p.Id).ToListAsync(cancel));

    private async Task<IActionResult> FormAsync(Organization organization, MoveInput input, CancellationToken cancel) =>
        View("ParentEdit", new FormPage<MoveInput>(
            organization.Code, organization.Name, input, await find.SuggestAsync(scope.Organizations(Capability.ManageOrganizations), cancel)));
}
