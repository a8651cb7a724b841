using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Contests.Stage;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>What came of a contest: ranking, what the hall got wrong by clause, and the log for whoever wants to compute it again.</summary>
[Route("contests/{code}"), Require(Capability.ManageQuizzes)]
public sealed class ContestResultsController(ContestResultQuery results, DayClock clock, IStringLocalizer<ContestsText> text) : Controller
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet("results"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(string code, int page, CancellationToken cancel) =>
        await results.RoomAsync(code, cancel) is ({ IsStage: true }, _) ? Redirect($"/contests/{code}/sheet")
        : await results.RunAsync(code, page, cancel) is { } found ? View(found) : NotFound();

    [HttpGet("results.csv")]
    public async Task<IActionResult> Export(string code, CancellationToken cancel)
    {
        if (await results.RoomAsync(code, cancel) is not var (_, room))
        {
            return NotFound();
        }

        if (room.IsStage)
        {
            return Redirect($"/contests/{code}/sheet.csv");
        }

        this.StartCsv($"contest-{code}-{clock.Today.Iso()}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, [.. Columns().Select(column => column.Header)], Rows(room), cancel);
        return new EmptyResult();
    }

    [HttpGet("results.xlsx")]
    public async Task<IActionResult> Workbook(string code, CancellationToken cancel)
    {
        if (await results.RoomAsync(code, cancel) is not var (_, room))
        {
            return NotFound();
        }

        if (room.IsStage)
        {
            return Redirect($"/contests/{code}/sheet.xlsx");
        }

        using var memory = new MemoryStream();
        var clauses = (await results.RunAsync(code, 1, cancel))?.Clauses ?? [];
        await WorkbookWriter.WriteAsync(memory, [new WorkbookSheet(text["Ranking"], Columns(), Rows(room).ToAsyncEnumerable()), ClauseCells.SheetOf(text, clauses)], cancel);
        Response.Headers.CacheControl = "no-store";
        return File(memory.ToArray(), WorkbookType, $"contest-{code}-{clock.Today.Iso()}.xlsx");
    }

    /// <summary>The whole log; its first line and the page of results say what the columns are.</summary>
    [HttpGet("log.csv")]
    public async Task<IActionResult> Log(string code, [FromServices] Db db, CancellationToken cancel)
    {
        if (await results.RoomAsync(code, cancel) is not var (contest, _))
        {
            return NotFound();
        }

        this.StartCsv($"contest-{code}-log-{clock.Today.Iso()}.csv");
        var entries = db.ContestEntries.AsNoTracking().Where(entry => entry.ContestId == contest.Id).OrderBy(entry => entry.Number).AsAsyncEnumerable();
        await CsvTableWriter.WriteAsync(Response.Body, ContestLogText.Header, entries.Select(ContestLogText.RowOf), cancel);
        return new EmptyResult();
    }

    /// <summary>To print and to sign.</summary>
    [HttpGet("results.pdf")]
    public async Task<IActionResult> Print(
        string code, [FromServices] ContestReportQuery reports, [FromServices] StageReportQuery stages, [FromServices] ReportPrinter printer, [FromServices] PrintedFiles files, CancellationToken cancel)
    {
        if (await results.RoomAsync(code, cancel) is not var (contest, _) || (contest.IsStage ? await stages.RunAsync(code, cancel) : await reports.RunAsync(code, cancel)) is not { } sheet)
        {
            return NotFound();
        }

        var facts = new { kind = "contest", sheet.Title, sheet.Facts, tables = sheet.Blocks.OfType<FlowBlock.Table>().Select(table => table.Rows), lines = sheet.Blocks.OfType<FlowBlock.ListItem>().Select(line => line.Spans) };
        return await this.PdfAsync(files, PrintedFiles.FingerprintOf(facts), () => printer.Pdf(sheet), $"contest-{code}-{sheet.Issued.Iso()}.pdf", isPublic: false, cancel);
    }

    private WorkbookColumn[] Columns() =>
        [new(text["Rank"], 8), new(text["Seat"], 8), new(text["Name"], 20), new(text["Field_Place"], 12), new(text["Team"], 20), new(text["Points"], 10), new(text["Right"], 10)];

    private IEnumerable<IReadOnlyList<Cell>> Rows(ContestRoom room) => room.Read(state => state.Ranking).Select(IReadOnlyList<Cell> (line) =>
    [
        Cell.Of(line.Rank), room.IsOfClasses ? Cell.Blank : Cell.Of(line.Seat), room.IsOfClasses ? Cell.Of(room.Teams[line.Seat - 1]) : Cell.Of(room.Seat(line.Seat)?.Name ?? text["Anonymized"]), Cell.Of(room.Seat(line.Seat)?.Place),
        Cell.Of(room.Seat(line.Seat)?.Team is { } team && team < room.Teams.Count ? room.Teams[team] : null), room.IsOfClasses ? Cell.Of(room.PointsOf(line)) : Cell.Of(line.Points), Cell.Of(line.Right),
    ]);
}
