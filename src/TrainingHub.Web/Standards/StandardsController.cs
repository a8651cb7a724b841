using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>公示: the standards, open to anyone.</summary>
[Route("standards"), Public]
public sealed class StandardsController(StandardsQuery list, StandardQuery one, DayClock clock, IStringLocalizer<StandardsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(StandardsFilter filter, CancellationToken cancel) => View(await list.RunAsync(filter, cancel));

    [HttpGet("/standards.csv")]
    public async Task<IActionResult> Export(StandardsFilter filter, CancellationToken cancel)
    {
        var rows = await list.ExportAsync(filter, cancel);
        string[] header = [text["Title_Column"], text["Edition"], text["Number"], text["Kind"], text["Issuer"], text["Issued"], text["InForceFrom"], text["Status"], text["Clauses"]];
        this.StartCsv($"standards-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Edition.Title), Cell.Of(row.Edition.Edition), Cell.Of(row.Edition.Number), Cell.Of(text.Kind(row.Edition.Kind)), Cell.Of(row.Edition.Issuer),
            Cell.Of(row.Edition.Issued?.Iso() ?? ""), Cell.Of((row.Edition.InForceFrom ?? row.Edition.Issued)?.Iso() ?? ""), Cell.Of(text.Status(row.Status, row.IsAhead)), Cell.Of(row.Edition.Clauses.Count),
        ]), cancel);
        return new EmptyResult();
    }

    [HttpGet("{slug}")]
    public async Task<IActionResult> Show(string slug, string? edition, CancellationToken cancel) =>
        await one.RunAsync(slug, edition, cancel) is { } page ? View(page) : NotFound();
}
