using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Plans;

/// <summary>分期方案: proposals of who goes to which batch.</summary>
[Route("sessions/plans"), Require(Capability.ManageSessions)]
public sealed class PlansController(
    Db db, Scope scope, FindPlan find, FindOrganization organizations, TargetQuery targets, PlanListQuery list, ReadProposal proposals, CreatePlan create, TurnOfDay turn, PlanWords words, DayClock clock,
    IStringLocalizer<PlansText> text) : Controller
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet]
    public async Task<IActionResult> Index(int page, CancellationToken cancel) => View(await list.RunAsync(page, cancel));

    [HttpGet("new")]
    public async Task<IActionResult> New(string? target, string? organization, CancellationToken cancel) =>
        View(await FormAsync(new PlanInput { Target = target, Organization = organization, Title = text["Usual_Title", clock.Today.Year] }, cancel));

    [HttpPost]
    public async Task<IActionResult> Create(PlanInput input, CancellationToken cancel)
    {
        var found = await FindAsync(input, cancel);
        if (!ModelState.IsValid || found is not var (target, unit))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("PlansNew", await FormAsync(input, cancel));
        }

        return Redirect($"/sessions/plans/{await create.RunAsync(target.Id, unit.Id, input.Terms, cancel)}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, PlanFilter filter, [FromServices] PlanPageQuery page, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        return await find.RunAsync(id, cancel) is not { } found ? NotFound()
            : await page.RunAsync(found, filter, cancel) is { } shown ? View(shown)
            : View("Progress", new PlanProgress(found, await proposals.FindAsync(found, cancel)));
    }

    /// <summary>A large plan is computed anew from what is known now; a small one is whenever somebody looks.</summary>
    [HttpPost("{id:guid}/proposal")]
    public async Task<IActionResult> Compute(Guid id, CancellationToken cancel)
    {
        if (await find.RunAsync(id, cancel) is not { } found)
        {
            return NotFound();
        }

        if (await proposals.FindAsync(found, cancel) is not null)
        {
            await proposals.AskAsync(found, cancel);
        }

        return Redirect($"/sessions/plans/{id}");
    }

    /// <summary>To print: every batch with its names.</summary>
    [HttpGet("{id:guid}/sheet")]
    public async Task<IActionResult> Sheet(Guid id, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        return await find.RunAsync(id, cancel) is not { } found ? NotFound() : await proposals.RunAsync(found, cancel) is { } proposal ? View(proposal) : Redirect($"/sessions/plans/{id}");
    }

    [HttpGet("/sessions/plans/{id:guid}.xlsx")]
    public async Task<IActionResult> Workbook(Guid id, PlanFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await find.RunAsync(id, cancel) is not { } found)
        {
            return NotFound();
        }

        if (await proposals.RunAsync(found, cancel) is not { } proposal)
        {
            return Redirect($"/sessions/plans/{id}");
        }

        var batches = proposal.Batches.ToDictionary(batch => batch.Number, batch => batch.Facts);
        WorkbookColumn[] columns =
        [
            new(text["Batch"], 10), new(text["Days"], 24), new(text["Place"], 28), new(text["Person"], 12), new(text["StaffNumber"], 14), new(text["Unit"], 32), new(text["Post"], 18), new(text["Why"], 40), new(text["Wish"], 24),
        ];
        this.StartFile(text["File", found.Plan.Title, clock.Today.Iso()], WorkbookType);
        await WorkbookWriter.WriteAsync(Response.Body, text["Title"], columns, filter.Of(proposal.Rows).Select(IReadOnlyList<Cell> (row) =>
        {
            var batch = row.Batch is { } number ? batches[number] : null;
            return
            [
                Cell.Of(batch is null ? text["Left"].Value : words.Batch(batch.Number)), Cell.Of(batch is null ? null : words.Days(batch.Seen)), Cell.Of(batch?.Place), Cell.Of(row.Name), Cell.Of(row.StaffNumber),
                Cell.Of(row.UnitName), Cell.Of(words.Post(row)), Cell.Of(words.Others(row) is { Length: > 0 } others ? $"{words.Reason(row)}{text["And"]}{others}" : words.Reason(row)), Cell.Of(words.Wish(row)),
            ];
        }), cancel);
        return new EmptyResult();
    }

    /// <summary>Target and unit of a new plan; null where one of them is not in reach, which then stands in the state.</summary>
    private async Task<(TargetSummary Target, UnitChoice Unit)?> FindAsync(PlanInput input, CancellationToken cancel)
    {
        var code = "";
        if (input.Organization is { } typed)
        {
            code = await organizations.RunAsync(typed, scope.Organizations(Capability.ManageSessions), cancel) is [var unitId] ? await db.Organizations.Where(unit => unit.Id == unitId).Select(unit => unit.Code).SingleAsync(cancel) : null;
        }

        if (code is null || await find.UnitAsync(input.Target, code, cancel) is not { } found)
        {
            // A unit or target out of reach was never offered: to name one is answered as naming none.
            var isKnown = !string.IsNullOrEmpty(input.Target) && await targets.FindAsync(input.Target, cancel) is not null;
            ModelState.AddModelError(isKnown ? nameof(input.Organization) : nameof(input.Target), text[isKnown ? "Bad_Unit" : "Bad_Target"]);
            return null;
        }

        if (found.Target.Rule.CutOffDay < clock.Today)
        {
            ModelState.AddModelError(nameof(input.Target), text["Bad_TargetOver"]);
            return null;
        }

        return found;
    }

    private async Task<PlanForm> FormAsync(PlanInput input, CancellationToken cancel) => new(
        input, (await targets.AllAsync(cancel)).FindAll(target => target.Rule.CutOffDay >= clock.Today), await organizations.SuggestAsync(scope.Organizations(Capability.ManageSessions), cancel));
}
