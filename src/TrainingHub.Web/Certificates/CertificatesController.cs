using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.Certificates;

[Route("certificates")]
public sealed class CertificatesController(
    CertificateQuery certificates, CertificatePress press, PublicAddress address, CurrentPerson current, DayClock clock,
    IStringLocalizer<CertificatesText> text) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Index(CertificatesFilter filter, CancellationToken cancel) => View(await certificates.OwnAsync(filter, cancel));

    [HttpGet("/certificates.csv"), Require]
    public async Task<IActionResult> Export(CertificatesFilter filter, CancellationToken cancel)
    {
        var today = clock.Today;
        string[] header = [text["Serial"], text["Field_Title"], text["Programme"], text["Issuer"], text["CompletedOn"], text["IssuedOn"], text["ValidUntil"], text["Credit"], text["State"]];
        this.StartCsv(text["File", today.Iso()]);
        await CsvTableWriter.WriteAsync(Response.Body, header, certificates.AllOwnAsync(filter).Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Serial), Cell.Of(row.Title), Cell.Of(row.ProgrammeName), Cell.Of(row.IssuerName), Cell.Of(row.CompletionDay), Cell.Of(row.IssuedOn), Cell.Of(row.ValidUntil),
            Cell.Of(row.CreditMinutes * 10 / 45 / 10m), Cell.Of(text[$"State_{row.StateOn(today)}"]),
        ]), cancel);
        return new EmptyResult();
    }

    [HttpGet("{serial}"), Require]
    public async Task<IActionResult> Show(string serial, CancellationToken cancel)
    {
        if (await certificates.FindAsync(serial, cancel) is not { } facts)
        {
            return NotFound();
        }

        var verify = address.Of($"verify/{facts.Code}");
        return View(new CertificatePage(
            facts,
            facts.StateOn(clock.Today),
            facts.RevokedAt is { } revoked ? clock.DayOf(revoked) : null,
            verify,
            press.Obstacle(facts.SheetFor(verify)),
            IsMine: facts.PersonId == current.Id,
            MayReadRecords: await certificates.MayReadRecordsAsync(facts, cancel),
            RevocationPath: facts.RevokedAt is null ? await certificates.RevocationPathAsync(facts, cancel) : null));
    }
}
