using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Home;

[Route("")]
public sealed class HomeController : Controller
{
    [HttpGet, Public]
    public IActionResult Show() => User.PersonId == Guid.Empty ? View("HomeVisitor") : View("HomeLearner");
}
