using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Records;

/// <summary>The records of one person.</summary>
public sealed class RecordsController(TranscriptQuery transcript, DayClock clock, IStringLocalizer<RecordsText> text) : Controller
{
    [HttpGet("records"), Require]
    public async Task<IActionResult> Index(TranscriptFilter filter, CancellationToken cancel) =>
        await transcript.OwnAsync(filter, cancel) is { } found ? View("RecordsShow", found) : NotFound();

    [HttpGet("records.csv"), Require]
    public async Task<IActionResult> ExportOwn(TranscriptFilter filter, CancellationToken cancel) =>
        await AnswerAsync(await transcript.ExportOwnAsync(filter, cancel), cancel);

    [HttpGet("people/{id:guid}/records"), Require(Capability.ReadRecords)]
    public async Task<IActionResult> Show(Guid id, TranscriptFilter filter, CancellationToken cancel) =>
        await transcript.OfAsync(id, filter, cancel) is { } found ? View("RecordsShow", found) : NotFound();

    [HttpGet("people/{id:guid}/records.csv"), Require(Capability.ReadRecords)]
    public async Task<IActionResult> Export(Guid id, TranscriptFilter filter, CancellationToken cancel) =>
        await AnswerAsync(await transcript.ExportOfAsync(id, filter, cancel), cancel);

    private async Task<IActionResult> AnswerAsync(IAsyncEnumerable<RecordRow>? rows, CancellationToken cancel)
    {
        if (rows is null)
        {
            return NotFound();
        }

        string[] header =
        [
            text["CompletedOn"], text["Person"], text["Unit"], text["Position"], text["Programme"], text["Course"], text["Credit"], text["Points"], text["FullPoints"],
            text["Evidence"], text["State"], text["ValidUntil"], text["RevokedOn"], text["RevocationReason"], text["Serial"],
        ];
        var today = clock.Today;
        this.StartCsv(text["Transcript_File", today.Iso()]);
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.CompletionDay), Cell.Of(row.PersonName ?? text["Anonymized"]), Cell.Of(row.UnitName), Cell.Of(row.PositionName), Cell.Of(RecordWords.Named(row.Programme, row.ProgrammeEn)),
            Cell.Of(row.SessionTitle ?? row.CourseSlug), Cell.Of(row.CreditMinutes * 10 / 45 / 10m), Cell.Of(row.Points), Cell.Of(row.FullPoints), Cell.Of(text[$"Evidence_{row.Evidence}"]),
            Cell.Of(text[$"State_{row.StateOn(today)}"]), Cell.Of(row.ValidUntil), Cell.Of(row.RevokedAt is { } revoked ? clock.DayOf(revoked) : null),
            Cell.Of(row.RevocationReason), Cell.Of(row.Serial),
        ]), cancel);
        return new EmptyResult();
    }
}
