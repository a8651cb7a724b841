using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>An organization is merged into another.</summary>
[Route("organizations/{code}/merger"), LostRace]
public sealed class MergersController(
    OrganizationQuery one, MergerQuery mergers, FindOrganization find, MergeOrganization merge, DayClock clock, IStringLocalizer<PeopleText> text,
    IStringLocalizer<OrganizationsText> answers) : Controller
{
    [HttpGet, Require(Capability.ManageOrganizations)]
    public async Task<IActionResult> New(string code, CancellationToken cancel) =>
        await one.FindAsync(code, mergers.Among(), cancel) is { } organization
            ? await FormAsync(organization, new MergerInput { From = clock.Today }, cancel)
            : NotFound();

    [HttpPost, Require(Capability.ManageOrganizations)]
    public async Task<IActionResult> Create(string code, MergerInput input, CancellationToken cancel)
    {
        if (await one.FindAsync(code, mergers.Among(), cancel) is not { } organization)
        {
            return NotFound();
        }

        foreach (var (field, key) in input.Faults())
        {
            ModelState.AddModelError(field, text[key]);
        }

        var successors = await find.RunAsync(input.Into, mergers.Among(), cancel);
        if (successors.Count != 1 && input.Into.Length > 0)
        {
            ModelState.AddModelError(nameof(input.Into), text[successors.Count == 0 ? "Unknown_Organization" : "Several_Organization"]);
        }

        if (!ModelState.IsValid || input.From is not { } from)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await FormAsync(organization, input, cancel);
        }

        var outcome = await merge.RunAsync(
            organization.Id, new Merger { SuccessorId = successors[0], From = from, Ending = input.Ending, Reason = input.Reason, Version = input.Version ?? "" }, cancel);
        var again = outcome is TreeOutcome.Done ? null : await FormAsync(organization, input with { Version = null }, cancel);
        var faulty = outcome is TreeOutcome.Refused { Why: TreeRefusal.Cycle } ? nameof(input.Into) : nameof(input.From);
        return this.Answer(outcome, faulty, answers, clock, () => again ?? NotFound());
    }

    private async Task<IActionResult> FormAsync(Organization organization, MergerInput input, CancellationToken cancel) =>
        View("MergersNew", await mergers.FormAsync(organization, input, cancel));
}
