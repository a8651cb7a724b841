using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>Lessons in which somebody rested, for whoever organizes the training.</summary>
[Route("courses")]
public sealed class PausesController(PausesQuery pauses, DayClock clock, IStringLocalizer<CoursesText> text) : Controller
{
    [HttpGet("pauses"), Require(Capability.ReadRecords)]
    public async Task<IActionResult> Index(PausesFilter filter, CancellationToken cancel) => View(await pauses.RunAsync(filter, cancel));

    [HttpGet("pauses.csv"), Require(Capability.ReadRecords)]
    public async Task<IActionResult> Export(PausesFilter filter, CancellationToken cancel)
    {
        var page = await pauses.ExportAsync(filter, cancel);
        string[] header = [text["Pauses_Person"], text["Pauses_Unit"], text["Stale_Course"], text["Stale_Lesson"], text["Pauses_Count"], text["Pauses_Last"], text["Pauses_State"]];
        this.StartCsv($"pauses-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, page.Rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.PersonName ?? text["Pauses_Anonymized"]), Cell.Of(row.UnitName), Cell.Of(page.NamesOf(row).Course), Cell.Of(page.NamesOf(row).Lesson),
            Cell.Of(row.Rests), Cell.Of($"{clock.InZone(row.LastAt):yyyy-MM-dd HH:mm:ss}"), Cell.Of(text[row.IsFinished ? "Lesson_Finished" : "Lesson_Open"]),
        ]), cancel);
        return new EmptyResult();
    }
}
