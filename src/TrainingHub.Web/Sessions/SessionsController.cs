using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>The sessions to which the reader is called, and for whoever keeps sessions those of the units in reach.</summary>
[Route("sessions")]
public sealed class SessionsController(
    SessionListQuery list, SessionQuery one, SessionChoicesQuery choices, FindSession find, PlanSession plan, DayClock clock, IStringLocalizer<SessionsText> text) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Index(SessionsFilter filter, CancellationToken cancel) => View(await list.RunAsync(User.PersonId, filter, cancel));

    [HttpGet("/sessions.csv"), Require(Capability.ManageSessions)]
    public async Task<IActionResult> Export(SessionsFilter filter, CancellationToken cancel)
    {
        var rows = await list.ExportAsync(filter, cancel);
        string[] header = [text["Field_Title"], text["Batch"], text["Field_Kind"], text["Owner"], text["FirstDay"], text["LastDay"], text["Field_Place"], text["Field_Lecturer"], text["Field_Seats"], text["Called"], text["Came"], text["Standing"], text["Address"]];
        this.StartCsv($"sessions-{clock.Today.Iso()}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Title), Cell.Of(row.Batch), Cell.Of(text[$"Kind_{row.Kind}"]), Cell.Of(row.OwnerName), Cell.Of(row.FirstDay), Cell.Of(row.LastDay), Cell.Of(row.Place), Cell.Of(row.Lecturer),
            Cell.Of(row.Seats), Cell.Of(row.Called), Cell.Of(row.Came), Cell.Of(text[$"Standing_{row.Standing}"]), Cell.Of($"/sessions/{row.Code}"),
        ]), cancel);
        return new EmptyResult();
    }

    [HttpGet("new"), Require(Capability.ManageSessions)]
    public async Task<IActionResult> New(CancellationToken cancel)
    {
        var (offered, tomorrow) = (await choices.RunAsync(null, cancel), clock.Today.AddDays(1));
        return View(new SessionForm(null, new SessionInput
        {
            Organization = offered.Owners.Count > 0 ? offered.Owners[0].Code : null,
            Seats = 60,
            HoursPerHalfDay = 4,
            HalfDays = [new HalfDayInput { Day = tomorrow, Half = HalfOfDay.Morning, Begins = new TimeOnly(8, 30), Ends = new TimeOnly(11, 30) }],
        }, offered, IsBound: false));
    }

    [HttpPost, Require(Capability.ManageSessions)]
    public async Task<IActionResult> Create(SessionInput input, CancellationToken cancel)
    {
        var owner = await find.OwnerAsync(input.Organization, cancel);
        var offered = await choices.RunAsync(owner, cancel);
        if (owner is null)
        {
            // A unit out of reach was never offered: to name one is answered as naming none.
            ModelState.AddModelError(nameof(input.Organization), text["Required_Owner"]);
        }

        if (ModelState.Read(input, offered, text) is { } terms && owner is { } ownerId)
        {
            return Redirect($"/sessions/{await plan.RunAsync(ownerId, terms, cancel)}");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("SessionsNew", new SessionForm(null, input, await choices.RunAsync(null, cancel), IsBound: false));
    }

    [HttpGet("{code}"), Require]
    public async Task<IActionResult> Show(string code, CancellationToken cancel) => await one.RunAsync(code, cancel) is { } page ? View(page) : NotFound();
}
