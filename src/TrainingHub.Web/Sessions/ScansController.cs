using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>
/// Where the code in the hall leads. The first request with a good code leaves a ticket in that browser; what follows, signing in too, needs only the
/// ticket. The device's clock is asked for nothing.
/// </summary>
[Route("sessions/{code}/scans/{part:int}/{purpose:int}/{text}")]
public sealed class ScansController(FindSession find, HallSeal seal, Ids ids, DayClock clock) : Controller
{
    [HttpGet, Public, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(string code, int part, ScanPurpose purpose, string text, CancellationToken cancel)
    {
        if (await find.AnyAsync(code, cancel) is not { } session)
        {
            return NotFound();
        }

        // Whoever comes again while the ticket is good keeps it: a page that is loaded twice does not lose its time.
        var now = clock.Now;
        if (seal.TicketFor(session.Id, now) is not { } ticket || ticket.HalfDay != part || ticket.Purpose != purpose)
        {
            var half = (await find.HalfDaysAsync(session.Id, cancel)).Find(one => one.Number == part);
            if (session.Standing is not SessionStanding.Planned || half is null || !Enum.IsDefined(purpose) || !HallHours.AreOpen(half.Span, purpose, clock.InZone(now))
                || !HallCode.IsGood(text, seal.SecretOf(session), session.Id, part, purpose, now))
            {
                Response.StatusCode = StatusCodes.Status410Gone;
                return View();
            }

            seal.Give(new HallTicket(ids.Next(), session.Id, part, purpose, now));
        }

        return Redirect($"/sessions/{session.Code}/arrival");
    }
}
