using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Quizzes;

/// <summary>How many people mark the written answers of a quiz.</summary>
[Route("quizzes/{slug}/marking")]
public sealed class MarkingRulesController(SetMarkingRule set, MarksQuery marks) : Controller
{
    [HttpPost, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Create(string slug, MarkingRuleInput input, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await marks.MaySetRuleAsync(slug, cancel) && await marks.RunAsync(slug, new MarksFilter(), cancel) is { } page ? View("MarksIndex", page) : NotFound();
        }

        return await set.RunAsync(slug, input, cancel) ? Redirect($"/quizzes/{slug}/marks") : NotFound();
    }
}
