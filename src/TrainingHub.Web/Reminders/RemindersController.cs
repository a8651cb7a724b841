using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Reminders;

/// <summary>预演: who would get what on a chosen day, and why. Nothing is sent by looking.</summary>
[Route("reminders"), Require(Capability.ReadNames)]
public sealed class RemindersController(
    RemindersQuery reminders, TurnOfDay turn, ReminderWords words, DayClock clock, IStringLocalizer<RemindersText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(RemindersFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await FindAsync(filter, cancel) is not { IsFound: true } asked)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            // A day that cannot be read: the page says so and shows today.
            ModelState.Clear();
            ModelState.AddModelError(nameof(filter.Day), text["Wrong_Filter"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View(await reminders.RunAsync(filter, asked.Unit, cancel));
    }

    [HttpGet("/reminders.csv")]
    public async Task<IActionResult> Export(RemindersFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (!ModelState.IsValid)
        {
            return UnprocessableEntity();
        }

        if (await FindAsync(filter, cancel) is not { IsFound: true } asked)
        {
            return NotFound();
        }

        var day = filter.Day ?? clock.Today;
        this.StartCsv($"reminders-{day.Iso()}.csv");
        string[] header = [text["Person"], text["Post"], text["Unit"], text["What"], text["Deadline"], text["Step"], text["Why"], text["Way"]];
        await CsvTableWriter.WriteAsync(Response.Body, header, reminders.AllAsync(filter, asked.Unit, cancel).Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Name), Cell.Of(words.Post(row)), Cell.Of(row.UnitName), Cell.Of(words.What(row)), Cell.Of(row.Line?.Item.Deadline),
            Cell.Of((string)text[$"Step_{row.Line?.Step}"]), Cell.Of(words.Why(row, day)), Cell.Of((string)text[$"Way_{row.Way}"]),
        ]), cancel);
        return new EmptyResult();
    }

    private async Task<(bool IsFound, RemindedUnit? Unit)> FindAsync(RemindersFilter filter, CancellationToken cancel)
    {
        var unit = filter.Organization is { Length: > 0 } code ? await reminders.UnitAsync(code, cancel) : null;
        return (unit is not null || filter.Organization is not { Length: > 0 }, unit);
    }
}
