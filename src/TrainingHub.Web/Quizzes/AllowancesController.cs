using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Quizzes;

/// <summary>More time for an open attempt, another attempt after one that ended.</summary>
[Route("quizzes/{slug}/attempts/{id:guid}/allowances")]
public sealed class AllowancesController(AttemptListQuery list, AllowMore allow, GradeOverdueAttempts overdue, IStringLocalizer<QuizzesText> text) : Controller
{
    [HttpGet, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> New(string slug, Guid id, CancellationToken cancel)
    {
        await overdue.RunAsync(cancel);
        return await FormAsync(slug, id, new AllowanceInput { Minutes = 10 }, cancel);
    }

    [HttpPost, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Create(string slug, Guid id, AllowanceInput input, CancellationToken cancel)
    {
        await overdue.RunAsync(cancel);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await FormAsync(slug, id, input, cancel);
        }

        switch (await allow.RunAsync(slug, id, input, cancel))
        {
            case AllowOutcome.Given:
                return Redirect($"/quizzes/{slug}/attempts/{id}/allowances");
            case AllowOutcome.Missing:
                return NotFound();
            case AllowOutcome.Refused(var why):
                Response.StatusCode = why is AllowRefusal.Own ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
                ModelState.AddModelError("", text[$"Allow_{why}"]);
                return await FormAsync(slug, id, input, cancel);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IActionResult> FormAsync(string slug, Guid id, AllowanceInput input, CancellationToken cancel) =>
        await list.FindAsync(slug, id, input, cancel) is { } page ? View("AllowancesNew", page) : NotFound();
}
