using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Contests.Open;

/// <summary>网络竞赛: those in which the reader takes part, and for whoever runs quizzes those of the units in reach.</summary>
[Route("contests/open")]
public sealed class OpenContestsController(FindOpen find, OpenListQuery list, OpenPageQuery pages, CreateOpen create, DayClock clock, IStringLocalizer<OpenText> text) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Index(OpenFilter filter, CancellationToken cancel) => View(await list.RunAsync(filter, cancel));

    [HttpGet("/contests/open.csv"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Export(OpenFilter filter, CancellationToken cancel)
    {
        string[] header = [text["Contest"], text["Owner"], text["OpensAt"], text["ClosesAt"], text["State"], text["People"]];
        this.StartCsv($"contests-{clock.Today.Iso()}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, (await list.AllAsync(filter)).Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Title), Cell.Of(row.OwnerName), Cell.Of($"{clock.InZone(row.OpensAt):yyyy-MM-dd HH:mm}"), Cell.Of($"{clock.InZone(row.ClosesAt):yyyy-MM-dd HH:mm}"), Cell.Of(text[StateOf(row, clock.Now)]), Cell.Of(row.People),
        ]), cancel);
        return new EmptyResult();
    }

    [HttpGet("new"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> New(string? quiz, CancellationToken cancel) => View(await FormAsync(new OpenInput { Quiz = quiz }, cancel));

    [HttpPost, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Create(OpenInput input, CancellationToken cancel)
    {
        // A quiz out of reach was never offered: to name one is answered as naming none.
        var quiz = input.Quiz is { } slug ? await find.Candidates().AsNoTracking().SingleOrDefaultAsync(one => one.Slug == slug, cancel) : null;
        if (quiz is null)
        {
            ModelState.AddModelError(nameof(input.Quiz), text["Required_Quiz"]);
        }

        var terms = input.ToTerms();
        if (ModelState.IsValid && terms is null)
        {
            ModelState.AddModelError(nameof(input.Edges), text["Bad_Edges"]);
        }

        if (!ModelState.IsValid || quiz is null || terms is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("OpenContestsNew", await FormAsync(input, cancel));
        }

        await create.RunAsync(quiz, terms, cancel);
        return Redirect($"/contests/open/{quiz.Slug}");
    }

    [HttpGet("{slug}"), Require, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(string slug, int? group, int page, CancellationToken cancel) =>
        await find.SeenAsync(slug, cancel) is { } found ? View(await pages.RunAsync(found, group, page, cancel)) : NotFound();

    /// <summary>Name of the text that says how a contest stands.</summary>
    public static string StateOf(OpenListPage.Row row, DateTime now) =>
        row.IsFinal ? "State_Final" : !row.IsPublished ? "State_Draft" : now < row.OpensAt ? "State_Ahead" : now <= row.ClosesAt ? "State_Running" : "State_Over";

    private async Task<OpenForm> FormAsync(OpenInput input, CancellationToken cancel) => new(
        input, null, [.. (await find.Candidates().OrderByDescending(quiz => quiz.CreatedAt).Take(100).Select(quiz => new { quiz.Slug, quiz.Title }).ToListAsync(cancel)).Select(quiz => (quiz.Slug, quiz.Title))]);
}
