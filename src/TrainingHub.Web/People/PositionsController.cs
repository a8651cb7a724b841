using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.Storage;

namespace TrainingHub.People;

/// <summary>The catalogue of posts.</summary>
[Route("positions")]
public sealed class PositionsController(Db db, Scope scope, PositionsQuery list, AddPosition add, IStringLocalizer<PeopleText> text) : Controller
{
    // A bureau keeps a catalogue; schools use it.
    private const OrganizationKind Keepers = OrganizationKind.Province | OrganizationKind.City | OrganizationKind.CountyBureau
        | OrganizationKind.University | OrganizationKind.VocationalCollege;

    [HttpGet, Require(Capability.ReadPeople)]
    public Task<IActionResult> Index(CancellationToken cancel) => PageAsync(new PositionInput(), cancel);

    [HttpPost, Require(Capability.ManageOrganizations)]
    public async Task<IActionResult> Create(PositionInput input, CancellationToken cancel)
    {
        var code = input.Organization.ToUpperInvariant();
        var keeper = await Managed().Where(o => o.Code == code).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(cancel);
        if (keeper is null && input.Organization.Length > 0)
        {
            return NotFound();
        }

        if (!PositionRules.IsOne(input.Core))
        {
            ModelState.AddModelError(nameof(input.Core), text["Required_Core"]);
        }

        if (!ModelState.IsValid || keeper is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await PageAsync(input, cancel);
        }

        await add.RunAsync(keeper.Value, input.Name, input.NameEn, (input.Aliases ?? "").Split('\n'), input.Core, cancel);
        return Redirect("/positions");
    }

    private IQueryable<Organization> Managed()
    {
        var reach = scope.Organizations(Capability.ManageOrganizations);
        return db.Organizations.Where(o => reach.Contains(o.Id)
            && db.OrganizationDetails.Any(d => d.OrganizationId == o.Id && d.SupersededAt == null && (d.Kind & Keepers) != OrganizationKind.None));
    }

    private async Task<IActionResult> PageAsync(PositionInput input, CancellationToken cancel)
    {
        var managed = await Managed().OrderBy(o => o.Name).Take(200).Select(o => new { o.Id, o.Code, o.Name }).ToListAsync(cancel);
        return View("PositionsIndex", new PositionsPage(
            await list.RunAsync(cancel), input, [.. managed.Select(o => new OrganizationLink(o.Code, o.Name))], managed.Select(o => o.Id).ToHashSet()));
    }
}
