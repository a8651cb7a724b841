using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Results;

/// <summary>How a quiz goes and went, for whoever runs it.</summary>
[Route("quizzes/{slug}")]
public sealed class ResultsController(
    ResultsQuery results, AnalysisQuery analysis, PeopleRowsQuery rows, ResultsWorkbook workbook, GradeOverdueAttempts overdue, DayClock clock) : Controller
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet("results"), Require(Capability.ManageQuizzes), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(string slug, string? organization, CancellationToken cancel)
    {
        // What has run out is not shown as going on.
        await overdue.RunAsync(cancel);
        return await results.RunAsync(slug, organization, cancel) is { } page ? View(page) : NotFound();
    }

    /// <summary>What changes while it runs, for a page that stays open.</summary>
    [HttpGet("results/live"), Require(Capability.ManageQuizzes), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Live(string slug, string? organization, [FromServices] LiveQuery live, CancellationToken cancel) =>
        await results.FindAsync(slug, organization, cancel) is var (_, unit) ? PartialView("_Live", await live.RunAsync(slug, unit?.Id, cancel)) : NotFound();

    [HttpGet("results/questions"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Questions(string slug, AnalysisFilter filter, CancellationToken cancel) =>
        await analysis.RunAsync(slug, filter, cancel) is { } page ? View(page) : NotFound();

    /// <summary>Every question of the filter; 404 for readers who may not see keys.</summary>
    [HttpGet("results/questions.csv"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> QuestionTable(string slug, AnalysisFilter filter, CancellationToken cancel)
    {
        if (await analysis.AllAsync(slug, filter, cancel) is not { MaySeeKeys: true } page)
        {
            return NotFound();
        }

        this.StartCsv($"questions-{slug}-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, [.. workbook.QuestionColumns().Select(column => column.Header)], page.Questions.Select(workbook.Cells).ToAsyncEnumerable(), cancel);
        return new EmptyResult();
    }

    [HttpGet("results/absent"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Absent(string slug, AbsentFilter filter, CancellationToken cancel)
    {
        if (await results.FindAsync(slug, filter.Organization, cancel) is not var (title, unit))
        {
            return NotFound();
        }

        var order = Sorting.Of(filter.Sort, AbsentSort.Name);
        var absent = await rows.AbsentAsync(slug, unit?.Id, filter.Q, order, cancel);
        var pages = Pages.Of(filter.Page, absent is null ? 0 : await absent.CountAsync(cancel));
        var shown = absent is null ? null : await absent.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel);
        return View(new AbsentPage(slug, title, unit is null ? null : (unit.Code, unit.Name), filter, shown, pages, order));
    }

    /// <summary>Every row of the filter; nothing but the head when nobody was named to take part.</summary>
    [HttpGet("results/absent.csv"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> AbsentTable(string slug, AbsentFilter filter, CancellationToken cancel)
    {
        if (await results.FindAsync(slug, filter.Organization, cancel) is not var (_, unit))
        {
            return NotFound();
        }

        var absent = await rows.AbsentAsync(slug, unit?.Id, filter.Q, Sorting.Of(filter.Sort, AbsentSort.Name), cancel);
        this.StartCsv($"absent-{slug}-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(
            Response.Body, [.. workbook.PersonColumns().Select(column => column.Header)], (absent?.AsAsyncEnumerable() ?? AsyncEnumerable.Empty<PeopleRow>()).Select(row => workbook.Person(row)), cancel);
        return new EmptyResult();
    }

    [HttpGet("results.xlsx"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Workbook(string slug, string? organization, CancellationToken cancel)
    {
        if (await workbook.RunAsync(slug, organization, cancel) is not { } sheets)
        {
            return NotFound();
        }

        using var memory = new MemoryStream();
        await WorkbookWriter.WriteAsync(memory, sheets, cancel);
        Response.Headers.CacheControl = "no-store";
        return File(memory.ToArray(), WorkbookType, $"results-{slug}-{clock.Today:yyyy-MM-dd}.xlsx");
    }
}
