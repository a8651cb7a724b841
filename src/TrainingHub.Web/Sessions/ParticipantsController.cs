using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>Who takes part in a session.</summary>
[Route("sessions/{code}/participants"), Require(Capability.ManageSessions)]
public sealed class ParticipantsController(
    FindSession find, AttendanceQuery attendance, CandidatesQuery candidates, CallPeople call, DayClock clock, IStringLocalizer<SessionsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(string code, ParticipantsFilter filter, CandidatesFilter looked, CancellationToken cancel) =>
        await find.KeptAsync(code, cancel) is { } session ? View(await PageAsync(session, filter, looked, new GuestInput(), cancel)) : NotFound();

    [HttpGet("/sessions/{code}/participants.csv")]
    public async Task<IActionResult> Export(string code, ParticipantsFilter filter, CancellationToken cancel)
    {
        if (await find.KeptAsync(code, cancel) is not { } session)
        {
            return NotFound();
        }

        var (halves, rows) = (await find.HalfDaysAsync(session.Id, cancel), await attendance.AllAsync(session.Id, filter, cancel));
        string[] header =
        [
            text["Person"], text["StaffNumber"], text["Unit"], text["Position"], text["State"],
            .. halves.SelectMany(half => new string[] { text["Column_Arrived", half.Day.Iso(), text[$"Half_{half.Half}"]], text["Column_Marks", half.Day.Iso(), text[$"Half_{half.Half}"]] }),
        ];
        this.StartCsv($"session-{session.Code}-{clock.Today.Iso()}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Name ?? text["Anonymized"]), Cell.Of(row.StaffNumber), Cell.Of(row.UnitName), Cell.Of(row.IsGuest ? text["Guest"] : row.PositionName), Cell.Of(text[$"State_{row.State}"]),
            .. halves.SelectMany(half => Cells(row, half.Number)),
        ]), cancel);
        return new EmptyResult();
    }

    [HttpPost]
    public async Task<IActionResult> Call(string code, IReadOnlyList<Guid> people, CancellationToken cancel)
    {
        if (await find.KeptAsync(code, cancel) is not { } session)
        {
            return NotFound();
        }

        if (people.Count is 0)
        {
            return await RefuseAsync(session, "people", "Nobody_Chosen", StatusCodes.Status422UnprocessableEntity, cancel);
        }

        return await call.RunAsync(session.Id, people, cancel) is null
            ? await RefuseAsync(session, "", "Refusal_Over", StatusCodes.Status409Conflict, cancel)
            : Redirect($"/sessions/{session.Code}/participants");
    }

    [HttpPost("guests")]
    public async Task<IActionResult> CallGuest(string code, GuestInput guest, CancellationToken cancel)
    {
        if (await find.KeptAsync(code, cancel) is not { } session)
        {
            return NotFound();
        }

        if (guest.GuestPhone.Length > 0 && PhoneNumber.Tidy(guest.GuestPhone) is null)
        {
            ModelState.AddModelError(nameof(guest.GuestPhone), text["Bad_GuestPhone"]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("ParticipantsIndex", await PageAsync(session, new ParticipantsFilter(), new CandidatesFilter(), guest, cancel));
        }

        return await call.GuestAsync(session.Id, guest, cancel)
            ? Redirect($"/sessions/{session.Code}/participants")
            : await RefuseAsync(session, "", "Refusal_Over", StatusCodes.Status409Conflict, cancel);
    }

    [HttpPost("{id:guid}/removal")]
    public async Task<IActionResult> Remove(string code, Guid id, CancellationToken cancel) =>
        await find.KeptAsync(code, cancel) is not { } session ? NotFound()
        : await call.RemoveAsync(session.Id, id, cancel) switch
        {
            SessionOutcome.Done => Redirect($"/sessions/{session.Code}/participants"),
            SessionOutcome.Changed => NotFound(),
            SessionOutcome.Bound => await RefuseAsync(session, "", "Refusal_Present", StatusCodes.Status409Conflict, cancel),
            _ => await RefuseAsync(session, "", "Refusal_Over", StatusCodes.Status409Conflict, cancel),
        };

    private IEnumerable<Cell> Cells(AttendanceRow row, int number) =>
    [
        row.Arrivals.TryGetValue(number, out var arrival) ? Cell.Of($"{arrival.At:yyyy-MM-dd HH:mm}") : Cell.Blank,
        row.Marks.TryGetValue(number, out var marks) && marks != AttendanceMarks.None
            ? Cell.Of(string.Join(text["And"], Enum.GetValues<AttendanceMarks>().Where(mark => mark != AttendanceMarks.None && marks.HasFlag(mark)).Select(mark => text[$"Mark_{mark}"].Value)))
            : Cell.Blank,
    ];

    private async Task<IActionResult> RefuseAsync(TrainingSession session, string field, string key, int status, CancellationToken cancel)
    {
        ModelState.AddModelError(field, text[key]);
        Response.StatusCode = status;
        return View("ParticipantsIndex", await PageAsync(session, new ParticipantsFilter(), new CandidatesFilter(), new GuestInput(), cancel));
    }

    private async Task<ParticipantsPage> PageAsync(TrainingSession session, ParticipantsFilter filter, CandidatesFilter looked, GuestInput guest, CancellationToken cancel)
    {
        var (rows, pages) = await attendance.PageAsync(session.Id, filter, cancel);
        return new ParticipantsPage
        {
            Session = session,
            Filter = filter,
            Rows = rows,
            Pages = pages,
            States = await attendance.StatesAsync(session.Id, cancel),
            Looked = looked,
            Candidates = looked.Find ? await candidates.RunAsync(session, looked, cancel) : null,
            Targets = await candidates.TargetsAsync(session, cancel),
            Guest = guest,
        };
    }
}
