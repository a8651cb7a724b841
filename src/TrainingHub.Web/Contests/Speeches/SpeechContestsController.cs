using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Speeches;

/// <summary>演讲比赛: those that the reader may enter, judges or holds.</summary>
[Route("contests/speeches")]
public sealed class SpeechContestsController(
    Db db, Scope scope, FindSpeeches find, SpeechListQuery list, SpeechPageQuery pages, SettingsQuery owners, CreateSpeeches create, DayClock clock, IStringLocalizer<SpeechesText> text) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Index(SpeechFilter filter, CancellationToken cancel) => View(await list.RunAsync(filter, cancel));

    [HttpGet("/contests/speeches.csv"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Export(SpeechFilter filter, CancellationToken cancel)
    {
        string[] header = [text["Contest"], text["Owner"], text["EntriesUntil"], text["Standing"], text["Entries"]];
        this.StartCsv($"speeches-{clock.Today.Iso()}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, (await list.AllAsync(filter)).Select(IReadOnlyList<Cell> (row) =>
            [Cell.Of(row.Title), Cell.Of(row.OwnerName), Cell.Of(row.EntriesUntil), Cell.Of(text[$"Standing_{row.Standing}"]), Cell.Of(row.Entries)]), cancel);
        return new EmptyResult();
    }

    [HttpGet("new"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> New(CancellationToken cancel) => View(await FormAsync(new SpeechInput
    {
        EntriesUntil = clock.Today.AddDays(14),
        Criteria =
        [
            new CriterionInput { Name = text["Usual_Content"], Weight = 40 }, new CriterionInput { Name = text["Usual_Language"], Weight = 30 },
            new CriterionInput { Name = text["Usual_Bearing"], Weight = 20 }, new CriterionInput { Name = text["Usual_Time"], Weight = 10 },
        ],
    }, cancel));

    [HttpPost, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Create(SpeechInput input, CancellationToken cancel)
    {
        var (code, reach) = (input.Organization?.Trim().ToUpperInvariant() ?? "", scope.Organizations(Capability.ManageQuizzes));
        // A unit out of reach was never offered: to name one is answered as naming none.
        var owner = await db.Organizations.Where(unit => unit.Code == code && reach.Contains(unit.Id)).Select(unit => (Guid?)unit.Id).SingleOrDefaultAsync(cancel);
        if (owner is null)
        {
            ModelState.AddModelError(nameof(input.Organization), text["Required_Owner"]);
        }

        var terms = input.ToTerms();
        if (input.EntriesUntil is { } until && until < clock.Today)
        {
            ModelState.AddModelError(nameof(input.EntriesUntil), text["Bad_Until"]);
        }

        if (!terms.IsSound)
        {
            ModelState.AddModelError(nameof(input.Criteria), text[SpeechCriterion.AreSound([.. terms.Criteria]) ? "Bad_Drop" : "Bad_Criteria"]);
        }

        if (ModelState.IsValid && owner is { } ownerId)
        {
            return Redirect($"/contests/speeches/{await create.RunAsync(ownerId, terms, cancel)}");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("SpeechContestsNew", await FormAsync(input, cancel));
    }

    [HttpGet("{code}"), Require, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(string code, CancellationToken cancel) => await find.SeenAsync(code, cancel) is { } found ? View(await pages.RunAsync(found, cancel)) : NotFound();

    private async Task<SpeechForm> FormAsync(SpeechInput input, CancellationToken cancel) => new(input, null, await owners.OwnersAsync(cancel), HasSheets: false);
}
