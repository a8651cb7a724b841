using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Practice;

/// <summary>每日一练: the questions that come back today, one at a time.</summary>
[Route("practice/daily")]
public sealed class DailyController(DailyQuery daily) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        var practice = await daily.RunAsync(User.PersonId, cancel);
        return View(new DailyPage(
            practice,
            practice.Questions is [var first, ..] ? AskedPage.Of(first, new PracticeFilter { Daily = true }, left: practice.Questions.Count) : null));
    }
}
