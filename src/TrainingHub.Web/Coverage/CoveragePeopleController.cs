using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>The names behind a figure, on both sides.</summary>
[Route("coverage/{target}/people")]
public sealed class CoveragePeopleController(
    TargetQuery targets, PeopleQuery people, TurnOfDay turn, StandingWords words, DayClock clock, IStringLocalizer<CoverageText> text) : Controller
{
    [HttpGet, Require(Capability.ReadNames)]
    public async Task<IActionResult> List(string target, PeopleFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindNamedAsync(target, filter.Organization, cancel) is not { Target: { } found, Unit: { } unit } place)
        {
            return NotFound();
        }

        if (!place.MayReadNames)
        {
            return Forbid();
        }

        var pages = Pages.Of(filter.Page, await people.CountAsync(found, unit.Id, filter, cancel));
        return View(new PeoplePage
        {
            Target = found,
            Unit = unit,
            Above = await targets.AboveAsync(found, unit, cancel),
            Filter = filter,
            Kinds = await people.KindsAsync(found, unit.Id, cancel),
            Reasons = filter.Kind is StandingKind.Missing ? await people.ReasonsAsync(found, unit.Id, filter, cancel) : [],
            Rows = await people.PageAsync(found, unit.Id, filter, pages, cancel),
            Pages = pages,
            AsOf = clock.InZone(clock.Now),
        });
    }

    [HttpGet("/coverage/{target}/people.csv"), Require(Capability.ReadNames)]
    public async Task<IActionResult> Export(string target, PeopleFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindNamedAsync(target, filter.Organization, cancel) is not { Target: { } found, Unit: { } unit } place)
        {
            return NotFound();
        }

        if (!place.MayReadNames)
        {
            return Forbid();
        }

        this.StartCsv(text["People_File", found.Year, unit.Name, text["Kind_" + filter.Kind], found.CutOff.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture)]);
        string[] header = [text["Person"], text["Post"], text["Unit"], text["UnitAbove"], text["State"], text["Note"], text["CompletionDay"]];
        await CsvTableWriter.WriteAsync(Response.Body, header, people.AllAsync(found, unit.Id, filter).Select(row => Line(row, filter.Kind)), cancel);
        return new EmptyResult();
    }

    private IReadOnlyList<Cell> Line(PersonRow row, StandingKind kind) =>
    [
        Cell.Of(words.Name(row)), Cell.Of(words.Post(row.Position)), Cell.Of(row.OrganizationName), Cell.Of(row.AboveName),
        Cell.Of((string)text["Kind_" + kind]), Cell.Of(words.Note(row, kind)), Cell.Of(row.CompletionDay),
    ];
}
