using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

[Route("organizations")]
public sealed class OrganizationsController(
    OrganizationsQuery list, OrganizationQuery one, CreateOrganization create, CurrentPerson current, Ids ids, DayClock clock,
    IStringLocalizer<OrganizationsText> text) : Controller
{
    [HttpGet, Require(Capability.ReadPeople)]
    public async Task<IActionResult> Index(OrganizationsFilter filter, CancellationToken cancel) =>
        await list.RunAsync(filter, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("/organizations.csv"), Require(Capability.ReadPeople)]
    public async Task<IActionResult> Export(OrganizationsFilter filter, CancellationToken cancel)
    {
        if (await list.ExportAsync(filter, cancel) is not { } rows)
        {
            return NotFound();
        }

        string[] header = [text["Code"], text["Name"], text["Kind"], text["Stages"], text["Flags"], text["Area"], text["Parent"], text["Units"], text["PeopleInPost"], text["ExistsFrom"], text["ExistsUntil"]];
        this.StartCsv($"organizations-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Code), Cell.Of(row.Name), Cell.Of(text.Kind(row.Kind)), Cell.Of(text.Stages(row.Stages)), Cell.Of(text.Flags(row.Flags)),
            Cell.Of(row.Area), Cell.Of(row.Parent), Cell.Of(row.Units), Cell.Of(row.People),
            row.From == Day.Beginning ? Cell.Blank : Cell.Of(row.From), row.Until == Day.Open ? Cell.Blank : Cell.Of(row.Until),
        ]), cancel);
        return new EmptyResult();
    }

    [HttpGet("{code}"), Require(Capability.ReadPeople)]
    public async Task<IActionResult> Show(string code, CancellationToken cancel) =>
        await one.RunAsync(code, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("new"), Require(Capability.ManageOrganizations)]
    public async Task<IActionResult> New(string? parent, CancellationToken cancel) =>
        await one.FindAsync(parent ?? "", Capability.ManageOrganizations, cancel) is { } above
            ? Form(above, new OrganizationInput { Parent = above.Code, From = clock.Today })
            : NotFound();

    [HttpPost, Require(Capability.ManageOrganizations)]
    public async Task<IActionResult> Create(OrganizationInput input, CancellationToken cancel)
    {
        if (await one.FindAsync(input.Parent ?? "", Capability.ManageOrganizations, cancel) is not { } above)
        {
            return NotFound();
        }

        foreach (var (field, key) in input.Faults())
        {
            ModelState.AddModelError(field, text[key]);
        }

        if (!ModelState.IsValid || input.From is not { } from)
        {
            return this.Unprocessable(() => Form(above, input));
        }

        var outcome = await create.RunAsync(new NewOrganization
        {
            Id = ids.Next(),
            ParentId = above.Id,
            Name = input.Name,
            Kind = input.Kind,
            Stages = input.AllStages,
            Flags = input.AllFlags,
            Area = input.Area,
            RegionCode = input.RegionCode,
            ProvinceShortName = input.ProvinceShortName,
            From = from,
            RecordedBy = current.Id,
        }, cancel);
        var wrong = outcome is TreeOutcome.Refused { Why: TreeRefusal.SameName } ? nameof(input.Name) : nameof(input.From);
        return this.Answer(outcome, wrong, text, clock, () => Form(above, input));
    }

    private ViewResult Form(Organization above, OrganizationInput input) =>
        View("OrganizationsNew", new FormPage<OrganizationInput>(above.Code, above.Name, input, []));
}
