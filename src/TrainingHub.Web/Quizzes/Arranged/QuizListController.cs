using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>The arranged quizzes of the reader, and for whoever runs quizzes those of the units in reach.</summary>
[Route("quizzes")]
public sealed class QuizListController(QuizListQuery list, SettingsQuery settings, CreateArranged create, DayClock clock, IStringLocalizer<ArrangedText> text) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Index(QuizzesFilter filter, CancellationToken cancel) => View(await list.RunAsync(User.PersonId, filter, cancel));

    [HttpGet("/quizzes.csv"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Export(QuizzesFilter filter, CancellationToken cancel)
    {
        var rows = await list.ExportAsync(filter, cancel);
        string[] header = [text["Field_Title"], text["Owner"], text["Standing"], text["Field_OpensAt"], text["Field_ClosesAt"], text["Taken"], text["Passed"], text["Address"]];
        this.StartCsv($"quizzes-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Title), Cell.Of(row.OwnerName), Cell.Of(text[$"Standing_{row.Standing}"]), Cell.Of($"{clock.InZone(row.OpensAt):yyyy-MM-dd HH:mm}"),
            Cell.Of($"{clock.InZone(row.ClosesAt):yyyy-MM-dd HH:mm}"), Cell.Of(row.Taken), Cell.Of(row.Passed), Cell.Of($"/quizzes/{row.Slug}"),
        ]), cancel);
        return new EmptyResult();
    }

    [HttpGet("new"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> New(CancellationToken cancel)
    {
        var owners = await settings.OwnersAsync(cancel);
        return View(new NewQuizPage(new NewQuizInput { Organization = owners.FirstOrDefault()?.Code }, owners));
    }

    [HttpPost, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Create(NewQuizInput input, CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            if (await create.RunAsync(input.Organization ?? "", input.Title, cancel) is { } slug)
            {
                return Redirect($"/quizzes/{slug}/settings");
            }

            // A unit out of reach was never offered: to name one is answered as naming none.
            ModelState.AddModelError(nameof(input.Organization), text["Required_Owner"]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("QuizListNew", new NewQuizPage(input, await settings.OwnersAsync(cancel)));
    }
}
