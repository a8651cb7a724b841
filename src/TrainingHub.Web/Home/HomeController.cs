using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Home;

[Route("")]
public sealed class HomeController(HomeQuery home, Installation installation) : Controller
{
    [HttpGet, Public]
    public async Task<IActionResult> Show(CancellationToken cancel) =>
        User.PersonId != Guid.Empty ? View("HomeLearner", await home.RunAsync(User.PersonId, cancel))
        : await installation.HasBegunAsync(cancel) ? View("HomeVisitor")
        : View("NotBegun");
}
