using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>What a person may do, and where.</summary>
[Route("people/{id:guid}/grants")]
public sealed class GrantsController(
    Scope scope, GrantsQuery grants, FindOrganization find, GivePermission give, CurrentPerson current, DayClock clock, IStringLocalizer<PeopleText> text) : Controller
{
    [HttpGet, Require(Capability.ManageGrants)]
    public async Task<IActionResult> Index(Guid id, GrantsFilter filter, CancellationToken cancel)
    {
        // A filter that makes no sense is none; the errors on this page are those of the form below.
        ModelState.Clear();
        return await PageAsync(id, new GrantInput(), filter, cancel);
    }

    [HttpGet("/people/{id:guid}/grants.csv"), Require(Capability.ManageGrants)]
    public async Task<IActionResult> Export(Guid id, GrantsFilter filter, CancellationToken cancel)
    {
        if (!await scope.PeopleInPost(Capability.ManageGrants).AnyAsync(p => p.Id == id, cancel))
        {
            return NotFound();
        }

        this.StartCsv(text["Grants_File", clock.Today.Iso()]);
        await CsvTableWriter.WriteAsync(Response.Body, [text["Organization"], text["Code"], text["Capabilities"], text["Grants_Since"]], grants.AllAsync(id, filter).Select(IReadOnlyList<Cell> (row) =>
            [Cell.Of(row.Organization), Cell.Of(row.OrganizationCode), Cell.Of(text.Capability(row.Capability)), Cell.Of(clock.DayOf(row.GrantedAt))]), cancel);
        return new EmptyResult();
    }

    [HttpPost, Require(Capability.ManageGrants)]
    public async Task<IActionResult> Create(Guid id, GrantInput input, CancellationToken cancel)
    {
        var units = await find.RunAsync(input.Organization, scope.Organizations(Capability.ManageGrants), cancel);
        if (units.Count != 1 && input.Organization.Length > 0)
        {
            ModelState.AddModelError(nameof(input.Organization), text[units.Count == 0 ? "Unknown_Organization" : "Several_Organization"]);
        }

        if (input.Capabilities.Length == 0 || Array.Exists(input.Capabilities, c => !Enum.IsDefined(c) || c == Capability.None))
        {
            ModelState.AddModelError(nameof(input.Capabilities), text["Required_Capability"]);
        }

        if (ModelState.IsValid)
        {
            switch (await give.RunAsync(id, units[0], input.Capabilities, cancel))
            {
                case GrantOutcome.Done:
                    return Redirect($"/people/{id}/grants");
                case GrantOutcome.NotYours:
                    ModelState.AddModelError(nameof(input.Capabilities), text["Refusal_NotYours"]);
                    break;
                default:
                    return NotFound();
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await PageAsync(id, input, new GrantsFilter(), cancel);
    }

    [HttpPost("{grant:guid}/revocation"), Require(Capability.ManageGrants)]
    public async Task<IActionResult> Delete(Guid id, Guid grant, CancellationToken cancel)
    {
        switch (await give.TakeBackAsync(id, grant, cancel))
        {
            case GrantOutcome.Done:
                return Redirect($"/people/{id}/grants");
            case GrantOutcome.OwnGrant:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                ModelState.AddModelError("", text["Refusal_OwnGrant"]);
                return await PageAsync(id, new GrantInput(), new GrantsFilter(), cancel);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> PageAsync(Guid id, GrantInput input, GrantsFilter filter, CancellationToken cancel)
    {
        var person = await scope.PeopleInPost(Capability.ManageGrants).Where(p => p.Id == id).Select(p => new { p.Name, p.AnonymizedAt }).SingleOrDefaultAsync(cancel);
        if (person is null)
        {
            return NotFound();
        }

        var own = (await current.CapabilitiesAsync()).Order().ToList();
        var (rows, pages) = await grants.PageAsync(id, filter, cancel);
        return View("GrantsIndex", new GrantsPage(
            id, text.NameOf(person.Name, person.AnonymizedAt is not null), filter, rows, pages, own, input,
            await find.SuggestAsync(scope.Organizations(Capability.ManageGrants), cancel)));
    }
}
