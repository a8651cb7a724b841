using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Who joined, left or was excluded shortly before the cut-off day, and who recorded it.</summary>
[Route("coverage/{target}/changes")]
public sealed class ChangesController(
    TargetQuery targets, ChangesQuery changes, AsOfAsked asked, TurnOfDay turn, StandingWords words, DayClock clock, IStringLocalizer<CoverageText> text) : Controller
{
    [HttpGet, Require(Capability.ReadNames)]
    public async Task<IActionResult> List(string target, ChangesFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindNamedAsync(target, filter.Organization, cancel) is not { Target: { } live, Unit: { } here } place)
        {
            return NotFound();
        }

        if (!place.MayReadNames)
        {
            return Forbid();
        }

        var outcome = await asked.FindAsync(live, here, filter.Day, filter.Moment, Capability.ReadNames, cancel);
        if (outcome is AsOfOutcome.Refused)
        {
            return UnprocessableEntity();
        }

        var (found, unit) = outcome is AsOfOutcome.Found past ? (past.Target, past.Unit) : (live, here);

        var pages = Pages.Of(filter.Page, await changes.CountAsync(found, unit.Id, filter, cancel));
        return View(new ChangesPage
        {
            Target = found,
            Unit = unit,
            Filter = filter,
            Kinds = await changes.KindsAsync(found, unit.Id, cancel),
            Rows = await changes.PageAsync(found, unit.Id, filter, pages, cancel),
            Pages = pages,
            AsOf = clock.InZone(found.Moment ?? clock.Now),
        });
    }

    [HttpGet("/coverage/{target}/changes.csv"), Require(Capability.ReadNames)]
    public async Task<IActionResult> Export(string target, ChangesFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindNamedAsync(target, filter.Organization, cancel) is not { Target: { } live, Unit: { } here } place)
        {
            return NotFound();
        }

        if (!place.MayReadNames)
        {
            return Forbid();
        }

        var outcome = await asked.FindAsync(live, here, filter.Day, filter.Moment, Capability.ReadNames, cancel);
        if (outcome is AsOfOutcome.Refused)
        {
            return UnprocessableEntity();
        }

        var (found, unit) = outcome is AsOfOutcome.Found past ? (past.Target, past.Unit) : (live, here);

        this.StartCsv(text["Changes_File", found.Year, unit.Name, found.CutOff.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture)]);
        string[] header = [text["Person"], text["Unit"], text["Change"], text["Changes_What"], text["Changes_Day"], text["RecordedBy"], text["RecordedAt"], text["Note"]];
        await CsvTableWriter.WriteAsync(Response.Body, header, changes.AllAsync(found, unit.Id, filter).Select(Line), cancel);
        return new EmptyResult();
    }

    private IReadOnlyList<Cell> Line(ChangeRow row) =>
    [
        Cell.Of(row.IsAnonymous ? text["Anonymous"] : row.Name), Cell.Of(row.OrganizationName), Cell.Of((string)text["Change_" + row.Kind]),
        Cell.Of(words.What(row)), Cell.Of(row.Day), Cell.Of(row.RecordedBy ?? text["System"]),
        Cell.Of(clock.InZone(row.RecordedAt).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)), Cell.Of(row.Reason),
    ];
}
