using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Practice;

/// <summary>掌握程度 per clause.</summary>
[Route("practice/mastery")]
public sealed class MasteryController(MasteryQuery mastery) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Index(MasteryFilter filter, CancellationToken cancel) => View(await mastery.RunAsync(User.PersonId, filter, cancel));
}
