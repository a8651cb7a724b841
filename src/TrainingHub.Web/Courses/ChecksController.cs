using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Courses;

/// <summary>Answering a lesson's check question. What came of it is read on the lesson's page.</summary>
[Route("courses/{slug}/lessons/{lesson}/checks/{question}")]
public sealed class ChecksController(AnswerCheck answer, LessonQuery lessons) : Controller
{
    [HttpPost, Require]
    public async Task<IActionResult> Create(string slug, string lesson, string question, string[] choice, CancellationToken cancel)
    {
        // Eight options at most: what is longer was not sent by the page.
        var letters = string.Concat(choice.Take(16)) is { Length: <= 16 } sent ? sent : "";
        return await answer.RunAsync(User.PersonId, slug, lesson, question, letters, cancel) switch
        {
            null => NotFound(),
            CheckOutcome.Answered or CheckOutcome.AlreadyRight => Redirect($"/courses/{slug}/lessons/{lesson}#{question}"),
            CheckOutcome.Unreadable => await AgainAsync(StatusCodes.Status422UnprocessableEntity, "Check_Error_Choose"),
            CheckOutcome.Withheld => await AgainAsync(StatusCodes.Status409Conflict, "Check_Withheld"),
            _ => throw new UnreachableException(),
        };

        async Task<IActionResult> AgainAsync(int status, string why)
        {
            if (await lessons.RunAsync(User.PersonId, slug, lesson, (question, letters, why), cancel) is not { } page)
            {
                return NotFound();
            }

            Response.StatusCode = status;
            return View("LessonsShow", page);
        }
    }
}
