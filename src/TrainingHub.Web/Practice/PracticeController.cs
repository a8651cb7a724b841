using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Practice;

/// <summary>练习: what can be practised.</summary>
[Route("practice")]
public sealed class PracticeController(PracticeQuery practice) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Index(PracticeFilter filter, CancellationToken cancel) => View(await practice.RunAsync(User.PersonId, filter, cancel));
}
