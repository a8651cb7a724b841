using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People.Imports;
using TrainingHub.Time;

namespace TrainingHub.People.Transfers;

/// <summary>Transfers and second posts that wait for a yes or a no.</summary>
[Route("people/transfers"), Require]
public sealed class TransfersController(
    TransfersQuery transfers, DecideTransfer decide, CurrentPerson current, DayClock clock, IStringLocalizer<ImportsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(TransfersFilter filter, CancellationToken cancel)
    {
        // A filter that makes no sense is none.
        ModelState.Clear();
        return await MayListAsync() ? View(await transfers.ListAsync(filter, cancel)) : Forbid();
    }

    [HttpGet("/people/transfers.csv")]
    public async Task<IActionResult> Export(TransfersFilter filter, CancellationToken cancel)
    {
        if (!await MayListAsync())
        {
            return Forbid();
        }

        string[] header =
        [
            text["Column_Name"], text["Head_Kind"], text["Head_Source"], text["Head_Target"], text["Column_Position"], text["Head_From"], text["Head_AskedBy"],
            text["Head_AskedAt"], text["Head_State"],
        ];
        this.StartCsv(text["Transfers_File", clock.Today.Iso()]);
        await CsvTableWriter.WriteAsync(Response.Body, header, transfers.AllAsync(filter).Select(Cells), cancel);
        return new EmptyResult();
    }

    private IReadOnlyList<Cell> Cells(TransferLine line) =>
    [
        Cell.Of(line.Person ?? line.NameGiven), Cell.Of((string)text["Kind_" + line.Kind]), Cell.Of(line.Source ?? text["Elsewhere"]), Cell.Of(line.Target), Cell.Of(line.Position),
        Cell.Of(line.From), Cell.Of(line.RequestedBy), Cell.Of(clock.InZone(line.RequestedAt).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        Cell.Of((string)text["TransferState_" + line.State]),
    ];

    private async ValueTask<bool> MayListAsync() => await current.MayAsync(Capability.ManagePeople) || await current.MayAsync(Capability.ConfirmDeclarations);

    [HttpPost("{code}/confirmation")]
    public Task<IActionResult> Confirm(string code, CancellationToken cancel) => DecideAsync(code, isConfirmed: true, cancel);

    [HttpPost("{code}/refusal")]
    public Task<IActionResult> Refuse(string code, CancellationToken cancel) => DecideAsync(code, isConfirmed: false, cancel);

    private async Task<IActionResult> DecideAsync(string code, bool isConfirmed, CancellationToken cancel)
    {
        if (await transfers.FindToDecideAsync(code, cancel) is not { } id)
        {
            return NotFound();
        }

        var outcome = await decide.RunAsync(id, isConfirmed, User.PersonId, cancel);
        if (outcome == DecideOutcome.Decided)
        {
            return Redirect("/people/transfers");
        }

        ModelState.AddModelError("", text[outcome switch
        {
            DecideOutcome.DecidedBefore => "Transfer_DecidedBefore",
            DecideOutcome.PostChanged => "Transfer_PostChanged",
            _ => throw new UnreachableException(),
        }]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Index", await transfers.ListAsync(new TransfersFilter(), cancel));
    }
}
