using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>题目统计: questions to look at, and one with all its figures.</summary>
[Route("questions/statistics"), Require(Capability.ManageCourses)]
public sealed class StatisticsController(StatisticsQuery statistics, DayClock clock, IStringLocalizer<QuestionsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(StatisticsFilter filter, CancellationToken cancel) => View(await statistics.ListAsync(filter, cancel));

    [HttpGet("/questions/statistics.csv")]
    public async Task<IActionResult> Export(StatisticsFilter filter, CancellationToken cancel)
    {
        string[] header = [text["Id"], text["Stem"], text["Courses"], text["Times"], text["Facility"], text["Discrimination"], text["Median"], text["Attention"]];
        var rows = statistics.ExportAsync(filter, cancel);
        this.StartCsv($"question-statistics-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Prompt.Id), Cell.Of(row.Prompt.Stem), Cell.Of(row.Course), Cell.Of(row.Numbers.Times), Cell.Of(StatisticsWords.Share(row.Numbers.Facility)),
            Cell.Of(row.Numbers.Discrimination is { } discrimination ? StatisticsWords.Correlation(discrimination) : ""), row.Numbers.MedianSeconds is { } seconds ? Cell.Of(seconds) : Cell.Blank,
            Cell.Of(string.Join(" / ", StatisticsWords.MarksOf(row.Numbers.Attention).Select(mark => text[$"Mark_{mark}"].Value))),
        ]), cancel);
        return new EmptyResult();
    }

    [HttpGet("{hash:length(64)}")]
    public async Task<IActionResult> Show(string hash, CancellationToken cancel) =>
        await statistics.FindAsync(hash, cancel) is { } found ? View(new StatisticsShowPage(found.Row, found.Version)) : NotFound();
}
