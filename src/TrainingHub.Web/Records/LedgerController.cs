using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Records;

/// <summary>培训台账 for officers.</summary>
public sealed class LedgerController(LedgerQuery ledger, DayClock clock, IStringLocalizer<RecordsText> text) : Controller
{
    [HttpGet("ledger"), Require(Capability.ReadRecords)]
    public async Task<IActionResult> Index(LedgerFilter filter, CancellationToken cancel)
    {
        if (Faults(filter))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(await ledger.NothingAsync(filter, cancel));
        }

        return View(await ledger.RunAsync(filter, cancel));
    }

    [HttpGet("ledger.csv"), Require(Capability.ReadRecords)]
    public async Task<IActionResult> Export(LedgerFilter filter, CancellationToken cancel)
    {
        if (Faults(filter))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("LedgerIndex", await ledger.NothingAsync(filter, cancel));
        }

        string[] header =
        [
            text["CompletedOn"], text["Person"], text["Unit"], text["Position"], text["Programme"], text["Course"], text["Credit"], text["Points"], text["FullPoints"],
            text["Evidence"], text["State"], text["ValidUntil"], text["RevokedOn"], text["RevocationReason"], text["Serial"], text["RecordedAt"], text["ContentHash"],
        ];
        var today = clock.Today;
        this.StartCsv($"ledger-{today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, ledger.Export(filter).Select(row => Cells(row, today)), cancel);
        return new EmptyResult();
    }

    private IReadOnlyList<Cell> Cells(RecordRow row, DateOnly today) =>
    [
        Cell.Of(row.CompletionDay), Cell.Of(row.PersonName ?? text["Anonymized"]), Cell.Of(row.UnitName), Cell.Of(row.PositionName), Cell.Of(row.Programme),
        Cell.Of(row.SessionTitle ?? row.CourseSlug), Cell.Of(row.CreditMinutes * 10 / 45 / 10m), Cell.Of(row.Points), Cell.Of(row.FullPoints), Cell.Of(text[$"Evidence_{row.Evidence}"]),
        Cell.Of(text[$"State_{row.StateOn(today)}"]), Cell.Of(row.ValidUntil), Cell.Of(row.RevokedAt is { } revoked ? clock.DayOf(revoked) : null),
        Cell.Of(row.RevocationReason), Cell.Of(row.Serial), Cell.Of($"{clock.InZone(row.RecordedAt):yyyy-MM-dd HH:mm:ss}"), Cell.Of(row.ContentHash),
    ];

    // What the binder says of a day it cannot read is not for people.
    private bool Faults(LedgerFilter filter)
    {
        var isUnreadable = !ModelState.IsValid;
        var isReversed = filter.From > filter.Until;
        if (isUnreadable || isReversed)
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(filter.From), text[isReversed ? "DaysReversed" : "DaysUnreadable"]);
        }

        return isUnreadable || isReversed;
    }
}
