using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Contests.Stage;

/// <summary>The result of a contest on a stage to print, sign and file.</summary>
[Route("contests/{code}"), Require(Capability.ManageQuizzes)]
public sealed class StageSheetsController(StageSheetQuery sheets, DayClock clock, IStringLocalizer<StageText> text) : Controller
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet("sheet"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(string code, CancellationToken cancel) => await sheets.RunAsync(code, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("sheet.csv")]
    public async Task<IActionResult> Export(string code, CancellationToken cancel)
    {
        if (await sheets.RunAsync(code, cancel) is not { } page)
        {
            return NotFound();
        }

        this.StartCsv(NameOf(page) + ".csv");
        await CsvTableWriter.WriteAsync(Response.Body, [.. Columns(page).Select(column => column.Header)], page.Facts.Ranking.Select(team => Cells(page, team)), cancel);
        return new EmptyResult();
    }

    [HttpGet("sheet.xlsx")]
    public async Task<IActionResult> Workbook(string code, [FromServices] IStringLocalizer<ContestsText> words, CancellationToken cancel)
    {
        if (await sheets.RunAsync(code, cancel) is not { } page)
        {
            return NotFound();
        }

        this.StartFile(NameOf(page) + ".xlsx", WorkbookType);
        await WorkbookWriter.WriteAsync(
            Response.Body, [new WorkbookSheet(text["Results"], Columns(page), page.Facts.Ranking.Select(team => Cells(page, team)).ToAsyncEnumerable()), ClauseCells.SheetOf(words, page.Clauses)], cancel);
        return new EmptyResult();
    }

    private string NameOf(StageSheetPage page) => text["File", page.Contest.Title, clock.Today.Iso()];

    /// <summary>A column for each round stands between the base points and those of rulings.</summary>
    private List<WorkbookColumn> Columns(StageSheetPage page) =>
    [
        new(text["Rank"], 8), new(text["Number"], 8), new(text["Team"], 20), new(text["Unit"], 32), new(text["BasePoints"], 10),
        .. page.Facts.Rounds.Index().Select(round => new WorkbookColumn(text["Round_Column", round.Index + 1, text[$"Block_{round.Item.Block}"].Value], 14)),
        new(text["Rulings"], 10), new(text["Points"], 10), new(text["Decider"], 10), new(text["Note"], 14), new(text["Members_Named"], 32),
    ];

    private IReadOnlyList<Cell> Cells(StageSheetPage page, StageFacts.Team team) =>
    [
        Cell.Of(team.Rank), Cell.Of(team.Number), Cell.Of(team.Name), Cell.Of(team.Unit), Cell.Of(page.Terms.BasePoints),
        .. team.Rounds.Skip(1).Select(points => Cell.Of(points)),
        Cell.Of(team.Rounds[0]), Cell.Of(team.Points), Cell.Of(team.Decider), Cell.Of(team.IsDisqualified ? text["Disqualified"].Value : null),
        Cell.Of(string.Join(text["And"], page.Facts.MembersOf(team.Number).Select(member => text["Member_Numbered", member.Number, member.Name].Value))),
    ];
}
