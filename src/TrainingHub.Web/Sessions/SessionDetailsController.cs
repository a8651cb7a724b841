using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Sessions;

/// <summary>What was agreed for a session, to be changed.</summary>
[Route("sessions/{code}/details"), Require(Capability.ManageSessions)]
public sealed class SessionDetailsController(Db db, FindSession find, SessionChoicesQuery choices, ChangeSession change, IStringLocalizer<SessionsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Edit(string code, CancellationToken cancel) =>
        await find.KeptAsync(code, cancel) is { } session ? await FormAsync(session, null, cancel) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Update(string code, SessionInput input, CancellationToken cancel)
    {
        if (await find.KeptAsync(code, cancel) is not { } session)
        {
            return NotFound();
        }

        var (agreed, programme) = await AgreedAsync(session, cancel);
        if (await IsBoundAsync(session, cancel))
        {
            // Where somebody has signed in the form does not send what stays.
            var stays = SessionInput.Of(session, agreed, programme);
            input = input with { HalfDays = stays.HalfDays, HoursPerHalfDay = stays.HoursPerHalfDay, HalfDaysNeeded = stays.HalfDaysNeeded, Programme = stays.Programme, Course = stays.Course };
            foreach (var name in new[] { nameof(input.HoursPerHalfDay), nameof(input.HalfDaysNeeded) })
            {
                ModelState.Remove(name);
            }
        }

        if (ModelState.Read(input, await ChoicesAsync(session, cancel), text) is not { } terms)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await FormAsync(session, input, cancel);
        }

        switch (await change.RunAsync(session.Id, input.Version, terms, cancel))
        {
            case SessionOutcome.Done:
                return Redirect($"/sessions/{session.Code}");
            case SessionOutcome.Changed:
                ModelState.AddModelError("", text["Refusal_Changed"]);
                break;
            case SessionOutcome.Over:
                ModelState.AddModelError("", text["Refusal_Over"]);
                break;
            default:
                throw new UnreachableException();
        }

        // What was typed stays; it is compared with what stands now when it is sent again.
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.Remove(nameof(input.Version));
        var now = await find.KeptAsync(code, cancel) ?? session;
        return await FormAsync(now, input with { Version = now.Version }, cancel);
    }

    private async Task<IActionResult> FormAsync(TrainingSession session, SessionInput? input, CancellationToken cancel)
    {
        var (agreed, programme) = await AgreedAsync(session, cancel);
        return View("SessionDetailsEdit", new SessionForm(session, input ?? SessionInput.Of(session, agreed, programme), await ChoicesAsync(session, cancel), await IsBoundAsync(session, cancel)));
    }

    /// <summary>What the unit may choose now, and what stands already.</summary>
    private async Task<SessionChoices> ChoicesAsync(TrainingSession session, CancellationToken cancel) => await choices.RunAsync(session.OrganizationId, cancel);

    private async Task<(SessionTerms Terms, string? Programme)> AgreedAsync(TrainingSession session, CancellationToken cancel) =>
        (session.TermsWith(await find.HalfDaysAsync(session.Id, cancel)), await db.Programmes.Where(one => one.Id == session.ProgrammeId).Select(one => one.Slug).SingleOrDefaultAsync(cancel));

    private async Task<bool> IsBoundAsync(TrainingSession session, CancellationToken cancel) =>
        session.Closing > 0 || session.Standing is not SessionStanding.Planned || await db.Attendances.AnyAsync(one => one.SessionId == session.Id, cancel);
}
