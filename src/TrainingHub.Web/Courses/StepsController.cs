using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Courses;

/// <summary>The check questions of a lesson, one at a time. What came of an answer is read on the lesson's page.</summary>
[Route("courses/{slug}/lessons/{lesson}/steps")]
public sealed class StepsController(IssueStep issue, AnswerStep answer, LessonQuery lessons) : Controller
{
    [HttpPost, Require]
    public async Task<IActionResult> Create(string slug, string lesson, CancellationToken cancel) =>
        await issue.RunAsync(User.PersonId, slug, lesson, cancel) ? Redirect($"/courses/{slug}/lessons/{lesson}#checks") : NotFound();

    [HttpPost("{token}"), Require]
    public async Task<IActionResult> Update(string slug, string lesson, string token, string[] choice, CancellationToken cancel)
    {
        // Eight options at most: what is longer was not sent by the page.
        var letters = string.Concat(choice.Take(16)) is { Length: <= 16 } sent ? sent : "?";
        return await answer.RunAsync(User.PersonId, slug, lesson, token, letters, cancel) switch
        {
            null => NotFound(),
            StepOutcome.Answered or StepOutcome.Closed => Redirect($"/courses/{slug}/lessons/{lesson}#checks"),
            StepOutcome.Unreadable => await AgainAsync(StatusCodes.Status422UnprocessableEntity, letters),
            StepOutcome.Withheld => await AgainAsync(StatusCodes.Status409Conflict, null),
            _ => throw new UnreachableException(),
        };

        async Task<IActionResult> AgainAsync(int status, string? refused)
        {
            if (await lessons.RunAsync(User.PersonId, slug, lesson, refused, cancel) is not { } page)
            {
                return NotFound();
            }

            Response.StatusCode = status;
            return View("LessonsShow", page);
        }
    }
}
