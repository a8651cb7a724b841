using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Home;

[Route("help")]
public sealed class HelpController(AdministratorsQuery administrators, CurrentPerson current) : Controller
{
    /// <summary>Names whom to ask, but not to strangers.</summary>
    [HttpGet, Public]
    public async Task<IActionResult> Show(CancellationToken cancel) => View(current.IsSignedIn ? await administrators.RunAsync(cancel) : []);
}
