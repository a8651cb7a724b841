using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>Reports by quarter, year and campaign: made, read, printed and taken away as files.</summary>
[Route("reports")]
public sealed class PeriodReportsController(
    ReportsQuery reports, MakeReport make, ContinueReports count, ReportSignal signal, ReportWriting writing, ReportWorkbook workbook, ReportColumnsQuery columns, DayClock clock,
    IStringLocalizer<ReportsText> text) : Controller
{
    // A small report is ready when its page opens; a large one shows how far it is.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    [HttpGet, Require(Capability.ReadCoverage)]
    public async Task<IActionResult> List(ReportsFilter filter, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await reports.RunAsync(filter, new ReportInput { Organization = await reports.UsualUnitAsync(cancel) }, cancel));
    }

    [HttpGet("/reports.csv"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Export(ReportsFilter filter, CancellationToken cancel)
    {
        string[] header = [text["Unit"], text["Kind"], text["Item_Due"], text["Item_From"], text["Item_Until"], text["Item_Moment"], text["Number"], text["State"], text["Scans"], text["CreatedBy"]];
        this.StartCsv(text["Reports_File", clock.Today.Iso()]);
        await CsvTableWriter.WriteAsync(Response.Body, header, reports.AllAsync(filter).Select(Line), cancel);
        return new EmptyResult();
    }

    [HttpPost, Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Create(ReportInput input, CancellationToken cancel)
    {
        var unit = await reports.FindUnitAsync(input.Organization, cancel);
        if (unit is null && input.Organization is not null)
        {
            ModelState.AddModelError(nameof(input.Organization), text["Report_RequiredUnit"]);
        }

        if (input.Chosen is null && input.Kind is not null)
        {
            ModelState.AddModelError(nameof(input.Kind), text["Report_RequiredKind"]);
        }

        if (!ModelState.IsValid || unit is not { } unitId || input.Chosen is not { } kind)
        {
            return await RefuseAsync(input, cancel);
        }

        switch (await make.RunAsync(unitId, kind, input.Due ?? ReportCalendar.LatestOn(kind, clock.Today), input.CutOff, cancel))
        {
            case MakeReportOutcome.Begun begun:
                await count.RunAsync(begun.Id, AtOnce, cancel);
                signal.Wake();
                return Redirect($"/reports/{begun.Id}");
            case MakeReportOutcome.Ahead ahead:
                ModelState.AddModelError(nameof(input.CutOff), text["Report_Ahead", ahead.CutOff]);
                return await RefuseAsync(input, cancel);
            case MakeReportOutcome.Refused refused:
                Say(refused.Why);
                return await RefuseAsync(input, cancel);
            default:
                throw new UnreachableException();
        }
    }

    [HttpGet("{id:guid}"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Show(Guid id, int? made, int? left, CancellationToken cancel) =>
        await reports.FindAsync(id, Capability.ReadCoverage, cancel) is { } report
            ? View(await PageAsync(report, made is { } begun ? text["Below_Made", begun, left.GetValueOrDefault()].Value : null, cancel))
            : NotFound();

    [HttpGet("{id:guid}/document.docx"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Document(Guid id, CancellationToken cancel)
    {
        if (await reports.FindAsync(id, Capability.ReadCoverage, cancel) is not { FinishedAt: not null } report)
        {
            return NotFound();
        }

        var document = await writing.WriteAsync(await reports.FillAsync(report, cancel), cancel);
        Response.Headers.CacheControl = "private, no-store";
        return File(OfficialDocumentWriter.Write(document), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"{document.Title}.docx");
    }

    [HttpGet("{id:guid}/workbook.xlsx"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Workbook(Guid id, CancellationToken cancel)
    {
        if (await reports.FindAsync(id, Capability.ReadCoverage, cancel) is not { FinishedAt: not null } report)
        {
            return NotFound();
        }

        var filled = await reports.FillAsync(report, cancel);
        var hasNames = await reports.MayAsync(report, Capability.ReadNames, cancel);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{writing.TitleOf(report)}.xlsx");
        Response.Headers.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.CacheControl = "private, no-store";
        await WorkbookWriter.WriteAsync(Response.Body, workbook.Sheets(filled, await columns.OfAsync(report, cancel), hasNames, cancel), cancel);
        return new EmptyResult();
    }

    /// <summary>The same report for every unit directly below; those that cannot have these days are left out.</summary>
    [HttpPost("{id:guid}/units"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> CreateBelow(Guid id, CancellationToken cancel)
    {
        if (await reports.FindAsync(id, Capability.ReadCoverage, cancel) is not { } report)
        {
            return NotFound();
        }

        var (made, left) = (0, 0);
        foreach (var unit in await reports.UnitsBelow(report).ToListAsync(cancel))
        {
            if (await make.RunAsync(unit, report.Kind, report.Due, report.Until, cancel) is MakeReportOutcome.Begun)
            {
                made++;
            }
            else
            {
                left++;
            }
        }

        signal.Wake();
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"/reports/{id}?made={made}&left={left}"));
    }

    private async Task<PeriodReportsPage.One> PageAsync(Report report, string? notice, CancellationToken cancel)
    {
        var filled = await reports.FillAsync(report, cancel);
        return new PeriodReportsPage.One
        {
            Filled = filled,
            Document = report.FinishedAt is null ? null : await writing.WriteAsync(filled, cancel),
            Scans = await reports.ScansAsync(report, cancel),
            UnitsBelow = await reports.UnitsBelow(report).CountAsync(cancel),
            MayReadNames = await reports.MayAsync(report, Capability.ReadNames, cancel),
            MayKeep = await reports.MayAsync(report, Capability.DeclarePositions, cancel),
            Notice = notice,
        };
    }

    private void Say(PeriodOutcome why)
    {
        var (field, sentence) = why switch
        {
            PeriodOutcome.NotDue => (nameof(ReportInput.Due), text["Report_NotDue"]),
            PeriodOutcome.OutOfRange range => (nameof(ReportInput.CutOff), text["Report_OutOfRange", range.First, range.Last]),
            PeriodOutcome.Fixed settled => (nameof(ReportInput.CutOff), text["Report_Fixed", settled.CutOff]),
            _ => throw new UnreachableException(),
        };
        ModelState.AddModelError(field, sentence);
    }

    private IReadOnlyList<Cell> Line(ReportRow row) =>
    [
        Cell.Of(row.Report.UnitName), Cell.Of(text[$"Kind_{row.Report.Kind}"]), Cell.Of(row.Report.Due), Cell.Of(row.Report.From), Cell.Of(row.Report.Until),
        Cell.Of(clock.InZone(row.Report.Moment).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)), Cell.Of(row.Report.Number),
        Cell.Of(text[row.Report.FailedAt is not null ? "Failed" : row.Report.FinishedAt is not null ? "Finished" : "Counting", row.Done, row.Steps]), Cell.Of(row.Scans), Cell.Of(row.CreatedBy ?? text["Anonymous"]),
    ];

    private async Task<ViewResult> RefuseAsync(ReportInput input, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("PeriodReportsList", await reports.RunAsync(new ReportsFilter(), input, cancel));
    }
}
