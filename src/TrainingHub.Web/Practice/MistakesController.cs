using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.Practice;

/// <summary>错题本.</summary>
[Route("practice")]
public sealed class MistakesController(MistakesQuery mistakes, DayClock clock, IStringLocalizer<PracticeText> text) : Controller
{
    [HttpGet("mistakes"), Require]
    public async Task<IActionResult> Index(MistakesFilter filter, CancellationToken cancel) => View(await mistakes.RunAsync(User.PersonId, filter, cancel));

    [HttpGet("mistakes.csv"), Require]
    public async Task<IActionResult> Export(MistakesFilter filter, CancellationToken cancel)
    {
        var rows = await mistakes.ExportAsync(User.PersonId, filter, cancel);
        string[] header = [text["Course"], text["Question"], text["Basis"], text["Mistakes_Wrong"], text["Mistakes_Last"], text["Mistakes_RightDays"]];
        this.StartCsv($"mistakes-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.One.Source.NameIn(text)), Cell.Of(row.One.Question.Prompt.Stem), Cell.Of(row.Basis),
            Cell.Of(row.Mistake.Wrong), Cell.Of(row.Mistake.LastWrongOn), Cell.Of(row.Mistake.RightDays),
        ]), cancel);
        return new EmptyResult();
    }
}
