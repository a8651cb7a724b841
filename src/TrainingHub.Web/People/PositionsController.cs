using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>The catalogue of posts.</summary>
[Route("positions")]
public sealed class PositionsController(Db db, Scope scope, PositionsQuery list, AddPosition add, DayClock clock, IStringLocalizer<PeopleText> text) : Controller
{
    // A bureau keeps a catalogue; schools use it.
    private const OrganizationKind Keepers = OrganizationKind.Province | OrganizationKind.City | OrganizationKind.CountyBureau
        | OrganizationKind.University | OrganizationKind.VocationalCollege;

    [HttpGet, Require(Capability.ReadPeople)]
    public Task<IActionResult> Index(PositionsFilter filter, CancellationToken cancel)
    {
        // A filter that makes no sense is none; the errors on this page are those of the form below.
        ModelState.Clear();
        return PageAsync(filter, new PositionInput(), cancel);
    }

    [HttpGet("/positions.csv"), Require(Capability.ReadPeople)]
    public async Task<IActionResult> Export(PositionsFilter filter, CancellationToken cancel)
    {
        string[] header = [text["Code"], text["Position_Name"], text["Position_English"], text["Core"], text["Mapping_Since"], text["Keeper"]];
        var rows = await list.AllAsync(filter, cancel);
        this.StartCsv($"positions-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Code), Cell.Of(row.Name), Cell.Of(row.NameEn), Cell.Of(PeopleWords.Core(row.Core)),
            Cell.Of(row.Since == Day.Beginning ? null : row.Since), Cell.Of(row.Keeper ?? text["Shipped"]),
        ]), cancel);
        return new EmptyResult();
    }

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
            return await PageAsync(new PositionsFilter(), input, cancel);
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

    private async Task<IActionResult> PageAsync(PositionsFilter filter, PositionInput input, CancellationToken cancel)
    {
        var managed = await Managed().OrderBy(o => o.Name).Take(200).Select(o => new { o.Id, o.Code, o.Name }).ToListAsync(cancel);
        var pages = Pages.Of(filter.Page, await list.CountAsync(filter, cancel));
        return View("PositionsIndex", new PositionsPage
        {
            Filter = filter with { Page = pages.Page },
            Rows = await list.PageAsync(filter, pages, cancel),
            Pages = pages,
            Input = input,
            Managed = [.. managed.Select(o => new OrganizationLink(o.Code, o.Name))],
            ManagedIds = managed.Select(o => o.Id).ToHashSet(),
        });
    }
}
