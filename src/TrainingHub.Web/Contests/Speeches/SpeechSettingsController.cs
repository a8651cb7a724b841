using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Speeches;

/// <summary>What who holds a speech contest does to it: terms, judges, beginning and closing.</summary>
[Route("contests/speeches/{code}"), Require(Capability.ManageQuizzes)]
public sealed class SpeechSettingsController(Db db, Scope scope, FindSpeeches find, SpeechPageQuery pages, ChangeSpeeches change, IStringLocalizer<SpeechesText> text) : Controller
{
    [HttpGet("settings")]
    public async Task<IActionResult> Edit(string code, CancellationToken cancel) => await find.ManagedAsync(code, cancel) is { } contest ? View(await FormAsync(contest, SpeechInput.Of(contest), cancel)) : NotFound();

    [HttpPost("settings")]
    public async Task<IActionResult> Update(string code, SpeechInput input, CancellationToken cancel)
    {
        if (await find.ManagedAsync(code, cancel) is not { } contest)
        {
            return NotFound();
        }

        var terms = input.ToTerms();
        if (await db.HasSheetsAsync(contest.Id, cancel))
        {
            // What decides about scores is shown but not sent any more.
            terms = terms.WithScoresOf(contest.Terms);
        }

        if (!terms.IsSound)
        {
            ModelState.AddModelError(nameof(input.Criteria), text[SpeechCriterion.AreSound([.. terms.Criteria]) ? "Bad_Drop" : "Bad_Criteria"]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("SpeechSettingsEdit", await FormAsync(contest, input, cancel));
        }

        var outcome = await change.AgreeAsync(contest.Id, input.Version, terms, cancel);
        if (outcome is SpeechOutcome.Done)
        {
            return Redirect($"/contests/speeches/{code}");
        }

        ModelState.AddModelError("", WordsOf(outcome));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await find.ManagedAsync(code, cancel) is { } now ? View("SpeechSettingsEdit", await FormAsync(now, input with { Version = now.Version }, cancel)) : NotFound();
    }

    [HttpPost("standing")]
    public async Task<IActionResult> Move(string code, SpeechStanding next, int version, CancellationToken cancel) =>
        await find.ManagedAsync(code, cancel) is not { } contest ? NotFound()
        : !ModelState.IsValid || next is not (SpeechStanding.Running or SpeechStanding.Closed) ? await RefuseAsync(code, "", text["Bad_Step"], StatusCodes.Status422UnprocessableEntity, cancel)
        : await AnswerAsync(code, await change.MoveAsync(contest.Id, version, next, cancel), cancel);

    [HttpPost("judges")]
    public async Task<IActionResult> AddJudge(string code, string? staffNumber, CancellationToken cancel)
    {
        if (await find.ManagedAsync(code, cancel) is not { } contest)
        {
            return NotFound();
        }

        // Somebody out of reach is answered as nobody.
        var (typed, reach) = (staffNumber?.Trim().ToUpperInvariant() ?? "", scope.PeopleInPost(Capability.ManageQuizzes));
        var people = typed.Length is 0 or > 40 ? [] : await reach.Where(person => person.StaffNumber == typed && person.AnonymizedAt == null).Select(person => person.Id).Take(2).ToListAsync(cancel);
        return people is [var person] ? await AnswerAsync(code, await change.AddJudgeAsync(contest.Id, person, cancel), cancel) : await RefuseAsync(code, "staffNumber", text["Bad_Judge"], StatusCodes.Status422UnprocessableEntity, cancel);
    }

    private async Task<IActionResult> AnswerAsync(string code, SpeechOutcome outcome, CancellationToken cancel) =>
        outcome is SpeechOutcome.Done ? Redirect($"/contests/speeches/{code}") : await RefuseAsync(code, "", WordsOf(outcome), StatusCodes.Status409Conflict, cancel);

    private string WordsOf(SpeechOutcome outcome) => outcome switch
    {
        SpeechOutcome.Changed => text["Told_Changed"],
        SpeechOutcome.Ended => text["Told_Ended"],
        SpeechOutcome.Early => text["Told_Early"],
        SpeechOutcome.Full => text["Told_Full", ChangeSpeeches.MostJudges],
        SpeechOutcome.HasLeft => text["Told_JudgeLeft"],
        SpeechOutcome.Missing(var sheets) => text["Told_Missing", sheets],
        SpeechOutcome.Empty => text["Told_Empty"],
        _ => throw new UnreachableException(),
    };

    private async Task<IActionResult> RefuseAsync(string code, string field, string words, int status, CancellationToken cancel)
    {
        if (await find.SeenAsync(code, cancel) is not { } found)
        {
            return NotFound();
        }

        ModelState.Clear();
        ModelState.AddModelError(field, words);
        Response.StatusCode = status;
        return View("SpeechContestsShow", await pages.RunAsync(found, cancel));
    }

    private async Task<SpeechForm> FormAsync(SpeechContest contest, SpeechInput input, CancellationToken cancel) => new(input, contest, [], await db.HasSheetsAsync(contest.Id, cancel));
}
