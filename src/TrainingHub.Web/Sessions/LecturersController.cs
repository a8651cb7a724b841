using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>专家库: who may be invited to lecture, by the six domains.</summary>
[Route("sessions/lecturers"), Require(Capability.ManageSessions)]
public sealed class LecturersController(
    Db db, Transactions transactions, LecturersQuery lecturers, FindSession find, Ids ids, DayClock clock, IStringLocalizer<SessionsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(LecturersFilter filter, CancellationToken cancel) => View(await lecturers.RunAsync(filter, cancel));

    [HttpGet("/sessions/lecturers.csv")]
    public async Task<IActionResult> Export(LecturersFilter filter, CancellationToken cancel)
    {
        var rows = await lecturers.ExportAsync(filter, cancel);
        this.StartCsv($"lecturers-{clock.Today.Iso()}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, [text["Person"], text["Guest_Unit"], text["Lecturer_Title"], text["Domains"], text["Owner"], text["Lecturer_Held"], text["State"]], rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Lecturer.Name), Cell.Of(row.Lecturer.Unit), Cell.Of(row.Lecturer.Title),
            Cell.Of(string.Join(text["And"], LecturerInput.Of(row.Lecturer).Domains.Select(domain => text[$"Domain_{domain}"].Value))),
            Cell.Of(row.OwnerName), Cell.Of(row.Held), Cell.Of(text[row.Lecturer.IsRetired ? "Lecturer_Retired" : "Lecturer_Active"]),
        ]), cancel);
        return new EmptyResult();
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancel) => View("LecturersEdit", new LecturersPage.Form(null, new LecturerInput(), await find.OwnersAsync(cancel)));

    [HttpPost]
    public async Task<IActionResult> Create(LecturerInput input, CancellationToken cancel)
    {
        var owner = await find.OwnerAsync(input.Organization, cancel);
        if (owner is null)
        {
            ModelState.AddModelError(nameof(input.Organization), text["Required_Owner"]);
        }

        if (!IsSound(input) || owner is not { } ownerId)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("LecturersEdit", new LecturersPage.Form(null, input, await find.OwnersAsync(cancel)));
        }

        await transactions.RunAsync(async cancel =>
        {
            db.Lecturers.Add(new Lecturer { Id = ids.Next(), OrganizationId = ownerId, Name = input.Name, Unit = input.Unit, Title = input.Title, Domains = input.Mask, CreatedAt = clock.Now, Version = 1 });
            await db.SaveChangesAsync(cancel);
        }, cancel);
        return Redirect("/sessions/lecturers");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancel) =>
        await lecturers.FindAsync(id, cancel) is { } one ? View(new LecturersPage.Form(id, LecturerInput.Of(one), [])) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(Guid id, LecturerInput input, CancellationToken cancel)
    {
        if (await lecturers.FindAsync(id, cancel) is not { } one)
        {
            return NotFound();
        }

        if (!IsSound(input))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("LecturersEdit", new LecturersPage.Form(id, input, []));
        }

        if (!await PutAsync(one, input, cancel))
        {
            ModelState.AddModelError("", text["Refusal_Changed"]);
            ModelState.Remove(nameof(input.Version));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View("LecturersEdit", new LecturersPage.Form(id, input with { Version = one.Version }, []));
        }

        return Redirect("/sessions/lecturers");
    }

    private async Task<bool> PutAsync(Lecturer one, LecturerInput input, CancellationToken cancel)
    {
        if (one.Version != input.Version)
        {
            return false;
        }

        try
        {
            await transactions.RunAsync(async cancel =>
            {
                (one.Name, one.Unit, one.Title, one.Domains, one.IsRetired, one.Version) = (input.Name, input.Unit, input.Title, input.Mask, input.IsRetired, input.Version + 1);
                await db.SaveChangesAsync(cancel);
            }, cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private bool IsSound(LecturerInput input)
    {
        if (input.Domains.Length is 0)
        {
            ModelState.AddModelError(nameof(input.Domains), text["Required_Domains"]);
        }

        return ModelState.IsValid;
    }
}
