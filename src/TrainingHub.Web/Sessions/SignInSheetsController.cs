using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Sessions;

/// <summary>签到表: the list of a session with room to sign, to be printed.</summary>
[Route("sessions/{code}/sheet")]
public sealed class SignInSheetsController(Db db, FindSession find, AttendanceQuery attendance) : Controller
{
    [HttpGet, Require(Capability.ManageSessions)]
    public async Task<IActionResult> Show(string code, CancellationToken cancel) =>
        await find.KeptAsync(code, cancel) is { } session
            ? View(new SignInSheetPage(
                session,
                await db.Organizations.Where(unit => unit.Id == session.OrganizationId).Select(unit => unit.Name).SingleAsync(cancel),
                await find.HalfDaysAsync(session.Id, cancel),
                [.. (await attendance.AllAsync(session.Id, cancel)).Where(row => row.State is not ParticipantState.Declined)]))
            : NotFound();
}
