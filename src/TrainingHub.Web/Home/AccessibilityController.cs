using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Home;

[Route("accessibility")]
public sealed class AccessibilityController : Controller
{
    [HttpGet, Public]
    public IActionResult Show() => View();
}
