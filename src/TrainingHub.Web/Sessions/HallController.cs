using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>The big page that is shown in the hall: a code that changes every ten seconds.</summary>
[Route("sessions/{code}/hall"), Require(Capability.ManageSessions)]
public sealed class HallController(FindSession find, AttendanceQuery attendance, HallSeal seal, PublicAddress address, DayClock clock) : Controller
{
    [HttpGet, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(string code, int? part, ScanPurpose? purpose, CancellationToken cancel) =>
        await PageAsync(code, part, purpose, cancel) is { } page ? View(page) : NotFound();

    /// <summary>What changes, for a page that stays open.</summary>
    [HttpGet("code"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Code(string code, int? part, ScanPurpose? purpose, CancellationToken cancel) =>
        await PageAsync(code, part, purpose, cancel) is { } page ? PartialView("_Hall", page) : NotFound();

    private async Task<HallPage?> PageAsync(string code, int? part, ScanPurpose? purpose, CancellationToken cancel)
    {
        if (await find.KeptAsync(code, cancel) is not { } session)
        {
            return null;
        }

        var (halves, now) = (await find.HalfDaysAsync(session.Id, cancel), clock.Now);
        var usual = HallHours.Usual([.. halves.Select(half => half.Span)], session.AsksSecondScan, clock.InZone(now));
        var half = halves.Find(one => one.Number == part) ?? halves[usual.Number - 1];
        var wanted = purpose is { } asked && Enum.IsDefined(asked) ? asked : usual.Purpose;
        var isOpen = session.Standing is SessionStanding.Planned && HallHours.AreOpen(half.Span, wanted, clock.InZone(now));
        var states = await attendance.StatesAsync(session.Id, cancel);
        return new HallPage
        {
            Session = session,
            HalfDays = halves,
            HalfDay = half,
            Purpose = wanted,
            Code = isOpen ? Qr.Make(address.Of($"sessions/{session.Code}/scans/{half.Number}/{(int)wanted}/{HallCode.At(seal.SecretOf(session), session.Id, half.Number, wanted, now)}").AbsoluteUri) : null,
            MillisecondsLeft = (int)HallCode.Left(now).TotalMilliseconds,
            Came = await attendance.CountAsync(session.Id, half.Number, wanted, cancel),
            Expected = states.GetValueOrDefault(ParticipantState.Called) + states.GetValueOrDefault(ParticipantState.Accepted),
            At = clock.InZone(now),
        };
    }
}
