using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Frozen figures of a target: the list of them, freezing a day, and one of them at a unit.</summary>
[Route("coverage/{target}/snapshots")]
public sealed class SnapshotsController(
    TargetQuery targets, SnapshotQuery snapshots, FreezeFigure freeze, SnapshotSignal signal, StandingWords words, TurnOfDay turn, Ids ids, DayClock clock, IStringLocalizer<CoverageText> text) : Controller
{
    [HttpGet, Require(Capability.ReadCoverage)]
    public async Task<IActionResult> List(string target, SnapshotsFilter filter, CancellationToken cancel) =>
        await targets.FindShownAsync(target, cancel) is { } found ? View(await PageAsync(found, filter, null, cancel)) : NotFound();

    [HttpPost, Require(Capability.ManageTargets)]
    public async Task<IActionResult> Create(string target, SnapshotInput input, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindAsync(target, cancel) is not { } found || !await snapshots.MayFreezeAsync(found, cancel))
        {
            return NotFound();
        }

        var status = StatusCodes.Status422UnprocessableEntity;
        if (ModelState.IsValid)
        {
            switch (await freeze.RunAsync(found, input, cancel))
            {
                case FreezeOutcome.Begun begun:
                    signal.Wake();
                    return RedirectToAction("Show", "SnapshotRequests", new { target, id = begun.RequestId });
                case FreezeOutcome.UnderWay(var by, var at):
                    status = StatusCodes.Status409Conflict;
                    ModelState.AddModelError(nameof(input.Day), text["Snapshot_UnderWay", by ?? text["Snapshot_Somebody"].Value, clock.InZone(at).Written()]);
                    break;
                case FreezeOutcome.Refused refused:
                    ModelState.AddModelError(nameof(input.Day), text["Snapshot_Fault_" + refused.Fault]);
                    break;
                case FreezeOutcome.NoRule:
                    ModelState.AddModelError(nameof(input.Day), text["Snapshot_Fault_NoRule"]);
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        var view = View(nameof(List), await PageAsync(found, new SnapshotsFilter(), input, cancel));
        view.StatusCode = status;
        return view;
    }

    [HttpGet("{number:int}"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Show(string target, int number, FigureFilter filter, CancellationToken cancel)
    {
        if (await snapshots.FindAsync(target, number, filter.Organization, cancel) is not { } place)
        {
            return NotFound();
        }

        var figures = await snapshots.BreakDownAsync(place, cancel);
        var pages = Pages.Of(filter.Page, figures.Units.Count);
        return View(new SnapshotPage
        {
            Place = place,
            Above = await snapshots.AboveAsync(place, cancel),
            Total = figures.Total,
            Posts = [.. figures.Posts.In(filter.PostOrder)],
            Units = [.. figures.Units.In(filter.Order).Skip((pages.Page - 1) * pages.Length).Take(pages.Length)],
            UnitsCounted = figures.UnitsCounted,
            Filter = filter,
            Pages = pages,
        });
    }

    /// <summary>Posts and units of a snapshot in one table.</summary>
    [HttpGet("{number:int}/figures.csv"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Export(string target, int number, FigureFilter filter, CancellationToken cancel)
    {
        if (await snapshots.FindAsync(target, number, filter.Organization, cancel) is not { } place)
        {
            return NotFound();
        }

        var figures = await snapshots.BreakDownAsync(place, cancel);
        var posts = figures.Posts.In(filter.PostOrder).Select(row => Line(place.Unit.Name, words.Post(row.Of), row.Figure));
        var units = figures.Units.In(filter.Order).Select(row => Line(row.Of.Name, text["Units_Total"], row.Figure));
        this.StartCsv(text["Snapshot_File", place.Snapshot.Target.Slug, number, place.Unit.Name]);
        string[] header = [text["Unit"], text["Post"], text["Counted"], text["Covered"], text["Missing"], text["Percentage"], text["Excluded"], text["Elsewhere"], text["UndeclaredPosts"], text["VacantPosts"], text["NotKeptPosts"]];
        await CsvTableWriter.WriteAsync(Response.Body, header, [Line(place.Unit.Name, text["Units_Total"], figures.Total), .. posts, .. units], cancel);
        return new EmptyResult();
    }

    private static IReadOnlyList<Cell> Line(string unit, string post, CoverageFigure figure) =>
    [
        Cell.Of(unit), Cell.Of(post), Cell.Of(figure.Counted), Cell.Of(figure.Covered), Cell.Of(figure.Missing), Cell.Of(figure.Percentage?.Value), Cell.Of(figure.Excluded),
        Cell.Of(figure.Elsewhere), Cell.Of(figure.UndeclaredPosts), Cell.Of(figure.VacantPosts), Cell.Of(figure.NotKeptPosts),
    ];

    private async Task<SnapshotsPage> PageAsync(TargetSummary target, SnapshotsFilter filter, SnapshotInput? input, CancellationToken cancel)
    {
        var pages = Pages.Of(filter.Page, await snapshots.CountAsync(target.Id, cancel));
        var (latest, mayFreeze) = (SnapshotDay.Latest(target.Rule, clock.Today), await snapshots.MayFreezeAsync(target, cancel));
        return new SnapshotsPage
        {
            Target = target,
            Filter = filter,
            Rows = await snapshots.PageAsync(target.Id, filter, pages, cancel),
            Pages = pages,
            MayFreeze = mayFreeze,
            Open = mayFreeze ? await snapshots.OpenRequestsAsync(target, cancel) : [],
            Latest = latest,
            Input = input ?? new SnapshotInput { Form = ids.Next(), Day = latest },
        };
    }
}
