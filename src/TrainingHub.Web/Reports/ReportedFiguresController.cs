using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>已上报数: figures filed before the system was in use, with their documents.</summary>
[Route("reports/figures")]
public sealed class ReportedFiguresController(
    ReportedFiguresQuery figures, FigureUnits units, EnterReportedFigure enter, WithdrawReportedFigure withdraw, KeepScan scans, DayClock clock, IStringLocalizer<ReportsText> text) : Controller
{
    [HttpGet, Require(Capability.ReadCoverage)]
    public async Task<IActionResult> List(ReportedFiguresFilter filter, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await figures.RunAsync(filter, cancel));
    }

    [HttpGet("/reports/figures.csv"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Export(ReportedFiguresFilter filter, CancellationToken cancel)
    {
        string[] header =
        [
            text["Target"], text["Year"], text["Unit"], text["Counted"], text["Covered"], text["Percentage"], text["Day"], text["Document"], text["Scan"], text["Note"],
            text["EnteredBy"], text["EnteredAt"], text["State"], text["Reason"],
        ];
        this.StartCsv(text["Figures_File", clock.Today.Iso()]);
        await CsvTableWriter.WriteAsync(Response.Body, header, figures.AllAsync(filter).Select(Line), cancel);
        return new EmptyResult();
    }

    [HttpGet("new"), Require(Capability.ManageTargets)]
    public async Task<IActionResult> New(string? target, string? organization, Guid? from, CancellationToken cancel)
    {
        // A correction begins with what was entered before.
        var before = from is { } id ? await figures.FindAsync(id, cancel) : null;
        return View(new ReportedFiguresPage.Form(
            before is null
                ? new ReportedFigureInput { Target = target, Organization = organization }
                : new ReportedFigureInput
                {
                    Target = before.TargetSlug,
                    Organization = before.UnitCode,
                    Counted = before.Figure.Counted,
                    Covered = before.Figure.Covered,
                    Day = before.Figure.Day,
                    DocumentNumber = before.Figure.DocumentNumber,
                    Note = before.Figure.Note,
                },
            await units.TargetsAsync(cancel)));
    }

    [HttpPost, Require(Capability.ManageTargets), RequestSizeLimit(ScanFile.LargestUpload), RequestFormLimits(MultipartBodyLengthLimit = ScanFile.LargestUpload)]
    public async Task<IActionResult> Create(ReportedFigureInput input, CancellationToken cancel)
    {
        var target = await units.FindTargetAsync(input.Target, cancel);
        var unit = target is null ? null : await units.FindUnitAsync(target, input.Organization, cancel);
        var scan = await ScanFile.ReadAsync(input.Scan, cancel);
        Demand(target is null, nameof(input.Target), "Required_Target");
        Demand(target is not null && unit is null, nameof(input.Organization), "Required_Unit");
        Demand(scan is null, nameof(input.Scan), "Required_Scan");
        if (target is not null && input is { Counted: { } counted, Covered: { } covered, Day: { } day })
        {
            foreach (var fault in ReportedFigure.Faults(counted, covered, day, target.Rule.WindowFrom, clock.Today))
            {
                Demand(true, FieldOf(fault), $"Fault_{fault}");
            }
        }

        if (!ModelState.IsValid || target is null || unit is not { } unitId || scan is null)
        {
            return await RefuseAsync(input, cancel);
        }

        switch (await enter.RunAsync(target.Id, unitId, input, scan, cancel))
        {
            case EnterFigureOutcome.Entered entered:
                return Redirect($"/reports/figures/{entered.Id}");
            case EnterFigureOutcome.Standing:
                Demand(true, nameof(input.Day), "Figure_Standing");
                return await RefuseAsync(input, cancel);
            default:
                throw new UnreachableException();
        }
    }

    [HttpGet("{id:guid}"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel) =>
        await figures.FindAsync(id, cancel) is { } row ? View(new ReportedFiguresPage.One(row, new FigureWithdrawalInput())) : NotFound();

    [HttpGet("{id:guid}/scan"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Scan(Guid id, CancellationToken cancel)
    {
        if (await figures.FindAsync(id, cancel) is not { } row || await scans.FindAsync(row.Figure.ScanHash, cancel) is not { } bytes)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        return File(bytes, row.Figure.ScanType, row.Figure.ScanName);
    }

    [HttpPost("{id:guid}/withdrawal"), Require(Capability.ManageTargets)]
    public async Task<IActionResult> Withdraw(Guid id, FigureWithdrawalInput input, CancellationToken cancel)
    {
        if (await figures.FindAsync(id, cancel) is not { MayChange: true } row)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("ReportedFiguresShow", new ReportedFiguresPage.One(row, input));
        }

        switch (await withdraw.RunAsync(id, input.Reason, cancel))
        {
            case true:
                return Redirect($"/reports/figures/{id}");
            case false:
                ModelState.AddModelError("", text["Figure_Withdrawn"]);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return await figures.FindAsync(id, cancel) is { } again ? View("ReportedFiguresShow", new ReportedFiguresPage.One(again, input)) : NotFound();
            default:
                return NotFound();
        }
    }

    private IReadOnlyList<Cell> Line(ReportedFigureRow row) =>
    [
        Cell.Of(row.Title), Cell.Of(row.Year), Cell.Of(row.UnitName), Cell.Of(row.Figure.Counted), Cell.Of(row.Figure.Covered), Cell.Of(row.Figure.Percentage?.Value),
        Cell.Of(row.Figure.Day), Cell.Of(row.Figure.DocumentNumber), Cell.Of(row.Figure.ScanName), Cell.Of(row.Figure.Note), Cell.Of(row.EnteredBy ?? text["Anonymous"]),
        Cell.Of(clock.InZone(row.Figure.EnteredAt).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        Cell.Of(text[row.Withdrawal is null ? "Standing" : "Withdrawn"]), Cell.Of(row.Withdrawal?.Reason),
    ];

    private static string FieldOf(ReportedFigureFault fault) => fault switch
    {
        ReportedFigureFault.NobodyCounted => nameof(ReportedFigureInput.Counted),
        ReportedFigureFault.MoreCovered => nameof(ReportedFigureInput.Covered),
        ReportedFigureFault.DayAhead or ReportedFigureFault.BeforeWindow => nameof(ReportedFigureInput.Day),
        _ => throw new UnreachableException(),
    };

    // What the form's own rules have refused is not said twice.
    private void Demand(bool isWrong, string field, string key)
    {
        if (isWrong && ModelState.GetFieldValidationState(field) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
        {
            ModelState.AddModelError(field, text[key]);
        }
    }

    private async Task<ViewResult> RefuseAsync(ReportedFigureInput input, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("ReportedFiguresNew", new ReportedFiguresPage.Form(input, await units.TargetsAsync(cancel)));
    }
}
