using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>The keeper's list: who came, who signed out, who was late or left early, and how many heads were counted.</summary>
[Route("sessions/{code}/attendance"), Require(Capability.ManageSessions)]
public sealed class AttendanceController(
    FindSession find, AttendanceQuery attendance, MarkAttendance mark, KeepSessionFile keep, DayClock clock, IStringLocalizer<SessionsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Edit(string code, ParticipantsFilter filter, CancellationToken cancel) =>
        await find.KeptAsync(code, cancel) is { } session ? await ShowAsync(session, filter, AttendanceMeans.List, cancel) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Update(string code, AttendanceInput input, [FromQuery] ParticipantsFilter filter, CancellationToken cancel)
    {
        if (await find.KeptAsync(code, cancel) is not { } session)
        {
            return NotFound();
        }

        var halves = await find.HalfDaysAsync(session.Id, cancel);
        if (!ModelState.IsValid || halves.TrueForAll(half => half.Number != input.Part) || input.Means is not (AttendanceMeans.List or AttendanceMeans.Paper))
        {
            return await RefuseAsync(session, filter, ModelState.IsValid ? "Bad_Choice" : null, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        var marks = input.Rows.Select(row => (row.Id, (AttendanceMarks)row.Shown, row.Wished)).ToList();
        return await mark.RunAsync(session.Id, input.Part, marks, input.Means, input.HeadCount, cancel) switch
        {
            SessionOutcome.Done => Redirect($"/sessions/{session.Code}/attendance{With(Request.QueryString, input.Part)}"),
            SessionOutcome.Over => await RefuseAsync(session, filter, "Refusal_Over", StatusCodes.Status409Conflict, cancel),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A photograph of the signed sheet from which the list is typed.</summary>
    [HttpPost("sheets"), RequestSizeLimit(SessionFilesController.MostUpload), RequestFormLimits(MultipartBodyLengthLimit = SessionFilesController.MostUpload)]
    public async Task<IActionResult> AddSheet(string code, int part, IFormFile? file, CancellationToken cancel)
    {
        if (await find.KeptAsync(code, cancel) is not { } session)
        {
            return NotFound();
        }

        var halves = await find.HalfDaysAsync(session.Id, cancel);
        var refusal = !ModelState.IsValid || halves.TrueForAll(half => half.Number != part) ? "Bad_Choice"
            : file is null ? "File_Missing"
            : await keep.RunAsync(session, SessionFileKind.SignInSheet, part, SessionFilesController.NameOf(file), await file.BytesAsync(cancel), cancel);
        return refusal is null ? Redirect($"/sessions/{session.Code}/attendance?part={part}#sheets")
            : await RefuseAsync(session, new ParticipantsFilter { Part = part }, refusal, StatusCodes.Status422UnprocessableEntity, cancel);
    }

    private static string With(QueryString query, int part) => query.HasValue ? query.Value ?? "" : $"?part={part}";

    private async Task<IActionResult> RefuseAsync(TrainingSession session, ParticipantsFilter filter, string? key, int status, CancellationToken cancel)
    {
        if (key is not null)
        {
            ModelState.AddModelError("", text[key]);
        }

        Response.StatusCode = status;
        return await ShowAsync(session, filter, AttendanceMeans.List, cancel);
    }

    private async Task<IActionResult> ShowAsync(TrainingSession session, ParticipantsFilter filter, AttendanceMeans means, CancellationToken cancel)
    {
        var halves = await find.HalfDaysAsync(session.Id, cancel);
        var usual = HallHours.Usual([.. halves.Select(half => half.Span)], asksSecondScan: false, clock.InZone(clock.Now)).Number;
        var half = halves.Find(one => one.Number == filter.Part) ?? halves[usual - 1];
        var (rows, pages) = await attendance.PageAsync(session.Id, filter, cancel);
        return View("AttendanceEdit", new AttendancePage
        {
            Session = session,
            HalfDays = halves,
            HalfDay = half,
            Filter = filter,
            Rows = rows,
            Pages = pages,
            Means = means,
            Came = await attendance.CountAsync(session.Id, half.Number, ScanPurpose.Arrival, cancel),
            Ended = await attendance.CountAsync(session.Id, half.Number, ScanPurpose.End, cancel),
            Sheets = await attendance.SheetsAsync(session.Id, half.Number, cancel),
        });
    }
}
