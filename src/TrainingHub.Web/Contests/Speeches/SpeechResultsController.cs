using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Contests.Speeches;

/// <summary>The result of a speech contest to print and to file, for who holds it.</summary>
[Route("contests/speeches/{code}"), Require(Capability.ManageQuizzes)]
public sealed class SpeechResultsController(FindSpeeches find, SpeechPageQuery pages, DayClock clock, IStringLocalizer<SpeechesText> text) : Controller
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet("sheet")]
    public async Task<IActionResult> Sheet(string code, CancellationToken cancel) => await ManagedAsync(code, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("results.csv")]
    public async Task<IActionResult> Export(string code, CancellationToken cancel)
    {
        if (await ManagedAsync(code, cancel) is not { } page)
        {
            return NotFound();
        }

        this.StartCsv(text["File", page.Terms.Title, clock.Today.Iso()] + ".csv");
        await CsvTableWriter.WriteAsync(Response.Body, [.. Columns(page).Select(column => column.Header)], page.Lines.Select(line => Cells(page, line)), cancel);
        return new EmptyResult();
    }

    [HttpGet("results.xlsx")]
    public async Task<IActionResult> Workbook(string code, CancellationToken cancel)
    {
        if (await ManagedAsync(code, cancel) is not { } page)
        {
            return NotFound();
        }

        this.StartFile(text["File", page.Terms.Title, clock.Today.Iso()] + ".xlsx", WorkbookType);
        await WorkbookWriter.WriteAsync(Response.Body, text["Results"], Columns(page), page.Lines.Select(line => Cells(page, line)), cancel);
        return new EmptyResult();
    }

    /// <summary>Everything that the ranking is made from, for whoever wants to compute it again.</summary>
    [HttpGet("log.csv")]
    public async Task<IActionResult> Log(string code, [FromServices] SpeechLogQuery logs, CancellationToken cancel)
    {
        if (await find.ManagedAsync(code, cancel) is not { } contest)
        {
            return NotFound();
        }

        this.StartCsv($"speeches-{code}-log-{clock.Today.Iso()}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, SpeechLogText.Header, SpeechLogText.RowsOf(await logs.RunAsync(contest, cancel)), cancel);
        return new EmptyResult();
    }

    private async Task<SpeechPage?> ManagedAsync(string code, CancellationToken cancel) => await find.SeenAsync(code, cancel) is { IsManaged: true } found ? await pages.RunAsync(found, cancel) : null;

    private static IEnumerable<SpeechPage.Judge> Counting(SpeechPage page) => page.Judges.Where(judge => judge.Counts);

    /// <summary>A column for each judge whose sheets count stands behind the others.</summary>
    private List<WorkbookColumn> Columns(SpeechPage page) =>
    [
        new(text["Rank"], 8), new(text["Number"], 8), new(text["Speaker"], 14), new(text["Unit"], 32), new(text["EntryTitle"], 40), new(text["Score"], 12), new(text["Sheets"], 10), new(text["Sheets_OwnUnit"], 16),
        .. Counting(page).Select((_, place) => new WorkbookColumn(text["Judge_Number", place + 1], 10)),
    ];

    private IReadOnlyList<Cell> Cells(SpeechPage page, SpeechPage.Line line) =>
    [
        line.Row.Rank is { } rank ? Cell.Of(rank) : Cell.Blank, Cell.Of(line.Row.Number), Cell.Of(line.Name ?? text["Anonymized"]), Cell.Of(line.UnitName), Cell.Of(line.Row.Title),
        line.Row.Score is { } score ? Cell.Of(score.Hundredths / 100m) : Cell.Blank, Cell.Of(line.Row.Sheets.Count), Cell.Of(line.Row.Sheets.Count(sheet => sheet.IsOwnUnit)),
        .. Counting(page).Select(judge => line.Row.Sheets.FirstOrDefault(sheet => sheet.JudgeId == judge.PersonId) is { } sheet ? Cell.Of(SpeechCriterion.TotalOf(page.Terms.Criteria, sheet.Points) / 100m) : Cell.Blank),
    ];
}
