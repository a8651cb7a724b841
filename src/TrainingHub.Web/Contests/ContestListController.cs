using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>The contests in which the reader plays, and for whoever holds contests those of the units in reach.</summary>
[Route("contests")]
public sealed class ContestListController(ContestListQuery list, ContestForms forms, SaveContest save, DayClock clock, IStringLocalizer<ContestsText> text) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Index(ContestsFilter filter, CancellationToken cancel) =>
        View(await list.RunAsync(User.PersonId, filter.Tidy(), cancel));

    [HttpGet("/contests.csv"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Export(ContestsFilter filter, CancellationToken cancel)
    {
        var rows = list.AllAsync(filter.Tidy());
        string[] header = [text["Field_Title"], text["Shape"], text["Owner"], text["Standing"], text["CreatedAt"], text["Questions"], text["Seats"], text["Address"]];
        this.StartCsv($"contests-{clock.Today.Iso()}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Title), Cell.Of(text[$"Shape_{row.Shape}"]), Cell.Of(row.OwnerName), Cell.Of(text[$"Standing_{row.Standing}"]), Cell.Of($"{clock.InZone(row.CreatedAt):yyyy-MM-dd HH:mm}"),
            Cell.Of(row.Questions), Cell.Of(row.Seats), Cell.Of(row.Path),
        ]), cancel);
        return new EmptyResult();
    }

    [HttpGet("new"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> New(CancellationToken cancel) =>
        View("ContestsEdit", await forms.NewAsync(new ContestInput { Single = 6, Multiple = 4, UsesBank = true }, cancel));

    [HttpPost, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Create(ContestInput input, CancellationToken cancel)
    {
        var (owner, form) = (await forms.OwnerAsync(input.Organization, cancel), await forms.NewAsync(input, cancel));
        if (owner is null)
        {
            // A unit out of reach was never offered: to name one is answered as naming none.
            ModelState.AddModelError(nameof(input.Organization), text["Required_Owner"]);
        }

        var plan = input.PlanOf(form.Courses.Select(course => course.Slug));
        foreach (var (field, key) in await forms.FaultsAsync(input, plan, owner, before: 0, cancel))
        {
            ModelState.AddModelError(field, text[key, ContestPlan.MostQuestions]);
        }

        if (ModelState.IsValid && owner is { } ownerId)
        {
            switch (await save.RunAsync(ownerId, null, input, plan, cancel))
            {
                case ContestSaved.Done(var code):
                    return Redirect($"/contests/{code}/settings");
                case ContestSaved.Short:
                    ModelState.AddModelError(nameof(input.Courses), text["Refusal_Short"]);
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("ContestsEdit", form);
    }
}
