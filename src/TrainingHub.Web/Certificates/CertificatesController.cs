using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.Certificates;

[Route("certificates")]
public sealed class CertificatesController(
    CertificateQuery certificates, CertificatePress press, PublicAddress address, CurrentPerson current, DayClock clock) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Index(int page, CancellationToken cancel)
    {
        var (rows, pages) = await certificates.OwnAsync(page, cancel);
        return View(new CertificatesPage(rows, pages, clock.Today));
    }

    [HttpGet("{serial}"), Require]
    public async Task<IActionResult> Show(string serial, CancellationToken cancel)
    {
        if (await certificates.FindAsync(serial, cancel) is not { } facts)
        {
            return NotFound();
        }

        var verify = address.Of($"verify/{facts.Code}");
        return View(new CertificatePage(
            facts,
            facts.StateOn(clock.Today),
            facts.RevokedAt is { } revoked ? clock.DayOf(revoked) : null,
            verify,
            press.Obstacle(facts.SheetFor(verify)),
            IsMine: facts.PersonId == current.Id,
            MayRevoke: facts.RevokedAt is null && await certificates.MayRevokeAsync(facts, cancel)));
    }
}
