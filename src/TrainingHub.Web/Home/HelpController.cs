using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Home;

[Route("help")]
public sealed class HelpController : Controller
{
    [HttpGet, Public]
    public IActionResult Show() => View();
}
