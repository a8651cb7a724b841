using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Programmes;

[Route("programmes")]
public sealed class ProgrammesController(ProgrammesQuery programmes) : Controller
{
    [HttpGet, Require(Capability.ReadCoverage)]
    public async Task<IActionResult> List(CancellationToken cancel) => View(await programmes.AllAsync(cancel));
}
