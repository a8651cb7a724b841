using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Exclusions asked for a target: by the unit, decided by the unit above.</summary>
[Route("coverage/{target}/exclusions")]
public sealed class ExclusionsController(
    TargetQuery targets, ExclusionsQuery exclusions, AskExclusion ask, DecideExclusion decide, WithdrawExclusion withdraw, TurnOfDay turn, DayClock clock,
    IStringLocalizer<CoverageText> text) : Controller
{
    [HttpGet, Require(Capability.ReadNames)]
    public async Task<IActionResult> List(string target, ExclusionsFilter filter, CancellationToken cancel)
    {
        // A filter that makes no sense is none; the errors on this page are those of its forms.
        ModelState.Clear();
        await turn.EnsureAsync(cancel);
        return await targets.FindAsync(target, cancel) is { } found ? View(await exclusions.ReadAsync(found, filter, cancel)) : NotFound();
    }

    [HttpGet("/coverage/{target}/exclusions.csv"), Require(Capability.ReadNames)]
    public async Task<IActionResult> Export(string target, ExclusionsFilter filter, CancellationToken cancel)
    {
        if (await targets.FindAsync(target, cancel) is not { } found)
        {
            return NotFound();
        }

        string[] header =
        [
            text["Person"], text["Unit"], text["Exclusions_Why"], text["FromDay"], text["UntilDay"], text["State"], text["Note"], text["RecordedBy"], text["RecordedAt"],
        ];
        this.StartCsv(text["Exclusions_File", found.Year, clock.Today.Iso()]);
        await CsvTableWriter.WriteAsync(Response.Body, header, exclusions.AllAsync(found, filter).Select(Line), cancel);
        return new EmptyResult();
    }

    [HttpPost, Require(Capability.DeclarePositions)]
    public async Task<IActionResult> Create(string target, ExclusionInput input, string? name, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindAsync(target, cancel) is not { } found)
        {
            return NotFound();
        }

        return !ModelState.IsValid
            ? await RefuseAsync(found, input, name, StatusCodes.Status422UnprocessableEntity, cancel)
            : await AnswerAsync(found, input, name, await ask.RunAsync(found.Id, input, cancel), cancel);
    }

    [HttpPost("{id:guid}/decision"), Require(Capability.ConfirmDeclarations)]
    public async Task<IActionResult> Decide(string target, Guid id, bool isApproved, CancellationToken cancel) =>
        await targets.FindAsync(target, cancel) is { } found
            ? await AnswerAsync(found, null, null, await decide.RunAsync(found.Id, id, isApproved, cancel), cancel)
            : NotFound();

    [HttpPost("{id:guid}/withdrawal"), Require(Capability.ReadNames)]
    public async Task<IActionResult> Withdraw(string target, Guid id, WithdrawalInput input, CancellationToken cancel)
    {
        if (await targets.FindAsync(target, cancel) is not { } found)
        {
            return NotFound();
        }

        return !ModelState.IsValid
            ? await RefuseAsync(found, null, null, StatusCodes.Status422UnprocessableEntity, cancel)
            : await AnswerAsync(found, null, null, await withdraw.RunAsync(found.Id, id, input, cancel), cancel);
    }

    private IReadOnlyList<Cell> Line(ExclusionRow row) =>
    [
        Cell.Of(row.IsAnonymous ? text["Anonymous"] : row.PersonName), Cell.Of(row.OrganizationName), Cell.Of((string)text["Why_" + row.Why]), Cell.Of(row.From), Cell.Of(row.Until),
        Cell.Of((string)text["Exclusion_" + row.State]), Cell.Of(row.Reason), Cell.Of(row.RecordedBy ?? text["System"]),
        Cell.Of(clock.InZone(row.RecordedAt).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
    ];

    private async Task<IActionResult> AnswerAsync(TargetSummary target, ExclusionInput? input, string? name, ExclusionOutcome outcome, CancellationToken cancel)
    {
        switch (outcome)
        {
            case ExclusionOutcome.Recorded:
                return RedirectToAction(nameof(List), new { target = target.Slug });
            case ExclusionOutcome.NotFound:
                return NotFound();
            case ExclusionOutcome.Overlaps:
                ModelState.AddModelError("", text["Exclusion_Overlaps"]);
                return await RefuseAsync(target, input, name, StatusCodes.Status422UnprocessableEntity, cancel);
            case ExclusionOutcome.Ended:
                ModelState.AddModelError("", text["Exclusion_Ended"]);
                return await RefuseAsync(target, input, name, StatusCodes.Status422UnprocessableEntity, cancel);
            case ExclusionOutcome.Changed:
                ModelState.AddModelError("", text["Changed"]);
                return await RefuseAsync(target, input, name, StatusCodes.Status409Conflict, cancel);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<ViewResult> RefuseAsync(TargetSummary target, ExclusionInput? input, string? name, int status, CancellationToken cancel)
    {
        var view = View(nameof(List), await exclusions.ReadAsync(target, new ExclusionsFilter { Name = name }, cancel) with { Input = input });
        view.StatusCode = status;
        return view;
    }
}
