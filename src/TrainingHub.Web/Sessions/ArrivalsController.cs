using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>Signing in and out with a ticket: as oneself, or without an account by name and the last digits of the phone.</summary>
[Route("sessions/{code}/arrival")]
public sealed class ArrivalsController(
    Db db, FindSession find, TakeArrival take, HallSeal seal, CurrentPerson current, FailureLimiter limiter, DayClock clock, IStringLocalizer<SessionsText> text) : Controller
{
    [HttpGet, Public, ResponseCache(NoStore = true)]
    public async Task<IActionResult> New(string code, CancellationToken cancel) =>
        await find.AnyAsync(code, cancel) is not { } session || seal.TicketFor(session.Id, clock.Now) is not { } ticket
            ? NoTicket()
            : View(await PageAsync(session, ticket, outcome: null, cancel));

    [HttpPost, Require]
    public async Task<IActionResult> Create(string code, CancellationToken cancel)
    {
        if (await find.CalledAsync(code, cancel) is not { } session)
        {
            return NotFound();
        }

        if (seal.TicketFor(session.Id, clock.Now) is not { } ticket)
        {
            return NoTicket();
        }

        var participant = await db.Participants.Where(one => one.SessionId == session.Id && one.PersonId == current.Id).Select(one => one.Id).SingleAsync(cancel);
        return await AnswerAsync(session, ticket, await take.RunAsync(ticket, participant, AttendanceMeans.Code, cancel), cancel);
    }

    /// <summary>For who has no account: whoever has one signs in with it.</summary>
    [HttpPost("guest"), Public]
    public async Task<IActionResult> CreateGuest(string code, GuestArrivalInput input, CancellationToken cancel)
    {
        if (await find.AnyAsync(code, cancel) is not { } session || seal.TicketFor(session.Id, clock.Now) is not { } ticket)
        {
            return NoTicket();
        }

        var address = NetworkAddress.KeyOf(HttpContext.Connection.RemoteIpAddress);
        if (limiter.IsClosed(address))
        {
            Response.Headers.RetryAfter = "600";
            return await RefuseAsync(session, ticket, input, "Arrival_TooMany", StatusCodes.Status429TooManyRequests, cancel);
        }

        if (!ModelState.IsValid)
        {
            return await RefuseAsync(session, ticket, input, null, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        if (await FindGuestAsync(session.Id, input, cancel) is not [var participant])
        {
            limiter.Failed(address);
            return await RefuseAsync(session, ticket, input, "Arrival_NotFound", StatusCodes.Status422UnprocessableEntity, cancel);
        }

        return await AnswerAsync(session, ticket, await take.RunAsync(ticket, participant, AttendanceMeans.NameAndPhone, cancel), cancel);
    }

    // A guest's name stands as it was typed: it is folded here, of the few whose phone ends so.
    private async Task<List<Guid>> FindGuestAsync(Guid sessionId, GuestArrivalInput input, CancellationToken cancel)
    {
        var (folded, digits) = (NameFolding.Fold(input.Name), input.Digits);
        var found = await (
            from one in db.Participants
            where one.SessionId == sessionId
            join p in db.People on one.PersonId equals (Guid?)p.Id into ps
            from person in ps.DefaultIfEmpty()
            where person == null
                ? one.GuestPhone!.EndsWith(digits)
                : person.NormalizedName == folded && person.Phone!.EndsWith(digits) && !db.Users.Any(user => user.PersonId == person.Id)
            orderby one.Id
            select new { one.Id, GuestName = person == null ? one.GuestName ?? "" : null }).ToListAsync(cancel);
        return [.. found.Where(one => one.GuestName is null || string.Equals(NameFolding.Fold(one.GuestName), folded, StringComparison.Ordinal)).Take(2).Select(one => one.Id)];
    }

    private async Task<IActionResult> AnswerAsync(TrainingSession session, HallTicket ticket, ArrivalOutcome outcome, CancellationToken cancel)
    {
        if (outcome is ArrivalOutcome.Taken)
        {
            seal.Take();
        }
        else if (outcome is not ArrivalOutcome.Already)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return View("ArrivalsNew", await PageAsync(session, ticket, outcome, cancel));
    }

    private async Task<IActionResult> RefuseAsync(TrainingSession session, HallTicket ticket, GuestArrivalInput input, string? key, int status, CancellationToken cancel)
    {
        if (key is not null)
        {
            ModelState.AddModelError("", text[key]);
        }

        Response.StatusCode = status;
        return View("ArrivalsNew", await PageAsync(session, ticket, outcome: null, cancel) with { Input = input });
    }

    private async Task<ArrivalPage> PageAsync(TrainingSession session, HallTicket ticket, ArrivalOutcome? outcome, CancellationToken cancel) => new()
    {
        Session = session,
        HalfDay = await db.SessionHalfDays.AsNoTracking().SingleAsync(half => half.SessionId == session.Id && half.Number == ticket.HalfDay, cancel),
        Purpose = ticket.Purpose,
        PersonName = current.IsSignedIn ? (await current.CardAsync()).Name : "",
        IsOnList = current.IsSignedIn && await find.CalledAsync(session.Code, cancel) is not null,
        Until = clock.InZone(ticket.ScannedAt + HallTicket.Life),
        Outcome = outcome,
        At = outcome switch
        {
            ArrivalOutcome.Taken taken => clock.InZone(taken.At),
            ArrivalOutcome.Already already => clock.InZone(already.At),
            _ => null,
        },
    };

    /// <summary>The same page as for an old code: scan again. Whether there is such a session it does not tell.</summary>
    private ViewResult NoTicket()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("ScansShow");
    }
}
