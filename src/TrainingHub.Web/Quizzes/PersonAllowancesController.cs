using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>More time for an attempt that is not begun yet, or leave to begin after the window: somebody was ill while the quiz was open.</summary>
[Route("quizzes/{slug}/people/{person:guid}/allowances")]
public sealed class PersonAllowancesController(PersonAllowanceQuery query, AllowPerson allow, Ids ids, IStringLocalizer<QuizzesText> text) : Controller
{
    [HttpGet, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> New(string slug, Guid person, bool next, CancellationToken cancel)
    {
        if (await query.FindAsync(slug, person, new PersonAllowanceInput { Id = ids.Next() }, cancel) is not { } page)
        {
            return NotFound();
        }

        // Whoever has begun is given something in the list of attempts, but for time for the next attempt.
        return (!next || page.IsOpen) && await query.LastAttemptAsync(slug, person, cancel) is { } attempt
            ? Redirect($"/quizzes/{slug}/attempts/{attempt}/allowances")
            : View("PersonAllowancesNew", page with { Input = page.ClosesAt is not null && page.Attempts is 0 ? page.Input with { IsLeave = true } : page.Input with { Minutes = 10 } });
    }

    [HttpPost, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Create(string slug, Guid person, PersonAllowanceInput input, CancellationToken cancel)
    {
        if (ModelState.IsValid && input is { IsLeave: false, Minutes: null })
        {
            ModelState.AddModelError(nameof(input.Minutes), text["Bad_Minutes"]);
        }

        if (!ModelState.IsValid || input.Id == Guid.Empty)
        {
            ModelState.Remove(nameof(input.Id));
            return await AgainAsync(slug, person, input.Id == Guid.Empty ? input with { Id = ids.Next() } : input, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        switch (await allow.RunAsync(slug, person, input, cancel))
        {
            case AllowOutcome.Given:
                return Redirect($"/quizzes/{slug}/people/{person}/allowances");
            case AllowOutcome.Missing:
                return NotFound();
            case AllowOutcome.Refused(var why):
                ModelState.AddModelError("", text[$"Allow_{why}"]);
                return await AgainAsync(slug, person, input, why is AllowRefusal.Own ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict, cancel);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IActionResult> AgainAsync(string slug, Guid person, PersonAllowanceInput input, int status, CancellationToken cancel)
    {
        Response.StatusCode = status;
        return await query.FindAsync(slug, person, input, cancel) is { } page ? View("PersonAllowancesNew", page) : NotFound();
    }
}
