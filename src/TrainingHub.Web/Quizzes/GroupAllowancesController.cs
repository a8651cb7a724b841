using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>More time or another attempt for a unit, or for everybody: after a power cut.</summary>
[Route("quizzes/{slug}/allowances")]
public sealed class GroupAllowancesController(GroupAllowanceQuery query, AllowGroup allow, GradeOverdueAttempts overdue, Ids ids, IStringLocalizer<QuizzesText> text) : Controller
{
    [HttpGet, Require(Capability.ManageQuizzes)]
    public Task<IActionResult> New(string slug, string? q, CancellationToken cancel) => FormAsync(slug, new GroupAllowanceInput { Id = ids.Next(), Minutes = 10 }, cancel, q);

    [HttpPost, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Create(string slug, GroupAllowanceInput input, CancellationToken cancel)
    {
        if (await query.RunAsync(slug, input, null, cancel) is null)
        {
            return NotFound();
        }

        if (ModelState.IsValid && input is { IsAttempt: false, Minutes: null })
        {
            ModelState.AddModelError(nameof(input.Minutes), text["Bad_Minutes"]);
        }

        if (!ModelState.IsValid || input.Id == Guid.Empty)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await FormAsync(slug, input.Id == Guid.Empty ? input with { Id = ids.Next() } : input, cancel);
        }

        // What has run out is graded first: time is not added to it, another attempt is granted for it.
        await overdue.RunAsync(slug, cancel);
        switch (await allow.RunAsync(slug, input, cancel))
        {
            case GroupOutcome.Given:
                return Redirect($"/quizzes/{slug}/allowances");
            case GroupOutcome.UnknownUnit:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                ModelState.AddModelError(nameof(input.Unit), text["Required_Unit"]);
                return await FormAsync(slug, input, cancel);
            case GroupOutcome.Other:
                Response.StatusCode = StatusCodes.Status409Conflict;
                ModelState.AddModelError("", text["Group_Other"]);
                ModelState.Remove(nameof(input.Id));
                return await FormAsync(slug, input with { Id = ids.Next() }, cancel);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IActionResult> FormAsync(string slug, GroupAllowanceInput input, CancellationToken cancel, string? q = null) =>
        await query.RunAsync(slug, input, q, cancel) is { } page ? View("GroupAllowancesNew", page) : NotFound();
}
