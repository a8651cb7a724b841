using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>What becomes of a preview: it is applied, or given up.</summary>
[Route("quizzes/{slug}/regrades/{number:int}")]
public sealed class RegradeStepsController(
    QuizReach reach, RegradeQuery regrades, RegradeLinesQuery lines, ApplyRegrade apply, GiveUpRegrade giveUp, IStringLocalizer<RegradesText> text) : Controller
{
    [HttpPost("application"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Apply(string slug, int number, CancellationToken cancel) =>
        await FindAsync(slug, number, cancel) is not { } regrade ? NotFound()
        : await apply.RunAsync(regrade.Id, cancel) ? Redirect(RegradesController.PathOf(slug, number))
        : await RefuseAsync(slug, number, cancel);

    [HttpPost("abandonment"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> GiveUp(string slug, int number, CancellationToken cancel) =>
        await FindAsync(slug, number, cancel) is not { } regrade ? NotFound()
        : await giveUp.RunAsync(regrade.Id, cancel) ? Redirect(RegradesController.PathOf(slug, number))
        : await RefuseAsync(slug, number, cancel);

    private async Task<Regrade?> FindAsync(string slug, int number, CancellationToken cancel) =>
        await reach.FindOwnAsync(slug, cancel) is null ? null : await regrades.FindAsync(slug, number, cancel);

    private async Task<IActionResult> RefuseAsync(string slug, int number, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.Clear();
        ModelState.AddModelError("", text["Moved"]);
        return await lines.RunAsync(slug, number, new RegradeFilter(), cancel) is { } page ? View("/Quizzes/Regrades/RegradesShow.cshtml", page) : NotFound();
    }
}
