using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Plans;

/// <summary>What an officer does to a plan.</summary>
[Route("sessions/plans/{id:guid}"), Require(Capability.ManageSessions)]
public sealed class PlanStepsController(FindPlan find, PlanPageQuery pages, ChangePlan change, ApplyPlan apply, TurnOfDay turn, DayClock clock, IStringLocalizer<PlansText> text) : Controller
{
    [HttpPost("details")]
    public async Task<IActionResult> Update(Guid id, PlanInput input, CancellationToken cancel) =>
        await find.RunAsync(id, cancel) is not { } found ? NotFound()
        : !ModelState.IsValid ? await RefuseAsync(found, null, StatusCodes.Status422UnprocessableEntity, cancel, terms: input)
        : await StepAsync(found, input.Version, input.Terms, cancel, terms: input);

    /// <summary>Sessions that are planned already.</summary>
    [HttpPost("sessions")]
    public async Task<IActionResult> Join(Guid id, IReadOnlyList<string> sessions, int version, CancellationToken cancel)
    {
        if (await find.RunAsync(id, cancel) is not { } found)
        {
            return NotFound();
        }

        var codes = sessions.Distinct(StringComparer.Ordinal).Take(BatchPlan.MostBatches).ToList();
        var known = await pages.Joinable(found).Where(session => codes.Contains(session.Code)).Select(session => session.Id).ToListAsync(cancel);
        return known.Count is 0
            ? await RefuseAsync(found, "Nothing_Chosen", StatusCodes.Status422UnprocessableEntity, cancel, field: "sessions")
            : await StepAsync(found, version, new PlanChange.Sessions(known), cancel);
    }

    /// <summary>Batches to be made.</summary>
    [HttpPost("batches")]
    public async Task<IActionResult> Add(Guid id, BatchInput input, CancellationToken cancel)
    {
        if (await find.RunAsync(id, cancel) is not { } found)
        {
            return NotFound();
        }

        Check(found.Target, input);
        return ModelState.IsValid
            ? await StepAsync(found, input.Version, new PlanChange.NewBatches([.. input.Days], input.Morning, input.Afternoon, input.Place, input.Seats ?? 0), cancel, batch: input)
            : await RefuseAsync(found, null, StatusCodes.Status422UnprocessableEntity, cancel, input);
    }

    [HttpPost("batches/{number:int}/removal")]
    public async Task<IActionResult> Remove(Guid id, int number, int version, CancellationToken cancel) =>
        await find.RunAsync(id, cancel) is { } found ? await StepAsync(found, version, new PlanChange.WithoutBatch(number), cancel) : NotFound();

    [HttpPost("wishes")]
    public async Task<IActionResult> Wish(Guid id, WishInput input, CancellationToken cancel)
    {
        if (await find.RunAsync(id, cancel) is not { } found)
        {
            return NotFound();
        }

        if (await pages.RunAsync(found, new PlanFilter(), cancel) is not { } page)
        {
            return Redirect($"/sessions/plans/{id}");
        }

        var people = input.People.Intersect(page.Proposal.Rows.Select(row => row.PersonId)).ToList();
        var isNamed = input.Wish is WishKind.Release || page.Proposal.Batches.Any(batch => batch.Number == input.Number);
        return people.Count is 0 ? await RefuseAsync(found, "Nobody_Chosen", StatusCodes.Status422UnprocessableEntity, cancel, field: "people")
            : !isNamed || !Enum.IsDefined(input.Wish) ? await RefuseAsync(found, "No_Batch_Chosen", StatusCodes.Status422UnprocessableEntity, cancel, field: "Number")
            : await StepAsync(found, input.Version, new PlanChange.Wishes(input.Wish, people, input.Number ?? 0), cancel);
    }

    [HttpPost("application")]
    public async Task<IActionResult> Apply(Guid id, int version, string? mark, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        return await find.RunAsync(id, cancel) is not { } found ? NotFound()
            : await apply.RunAsync(found, version, mark ?? "", cancel) switch
            {
                ApplyOutcome.Done => Redirect($"/sessions/plans/{id}"),
                ApplyOutcome.Applied => await RefuseAsync(found, "Told_Applied", StatusCodes.Status409Conflict, cancel),
                ApplyOutcome.Changed => await RefuseAsync(found, "Told_Changed", StatusCodes.Status409Conflict, cancel),
                ApplyOutcome.Nobody => await RefuseAsync(found, "Told_Nobody", StatusCodes.Status409Conflict, cancel),
                _ => throw new UnreachableException(),
            };
    }

    [HttpPost("removal")]
    public async Task<IActionResult> Discard(Guid id, int version, CancellationToken cancel) =>
        await find.RunAsync(id, cancel) is not { } found ? NotFound()
        : await change.RunAsync(id, version, new PlanChange.Discarded(), cancel) is SessionOutcome.Done ? Redirect("/sessions/plans")
        : await RefuseAsync(found, "Told_Changed", StatusCodes.Status409Conflict, cancel);

    private void Check(TargetSummary target, BatchInput batch)
    {
        if (!batch.Morning && !batch.Afternoon)
        {
            ModelState.AddModelError(nameof(batch.Morning), text["Required_Half"]);
        }

        if (!ModelState.IsValid || batch.Day is not { } first)
        {
            return;
        }

        var (last, rules) = (batch.Days.Max(), target.Terms.ProgrammeRules);
        var fault = first <= clock.Today ? text["Bad_DayPast"]
            : last > target.Rule.CutOffDay ? text["Bad_DayLate", target.Rule.CutOffDay.Written()]
            : rules.Count > 0 && (first < rules.Min(rule => rule.CycleFrom) || rules.Max(rule => rule.CycleUntil) < last) ? text["Bad_DayCycle"]
            : null;
        if (fault is not null)
        {
            ModelState.AddModelError(nameof(batch.Day), fault);
        }
    }

    private async Task<IActionResult> StepAsync(FoundPlan found, int version, PlanChange step, CancellationToken cancel, BatchInput? batch = null, PlanInput? terms = null) =>
        await change.RunAsync(found.Plan.Id, version, step, cancel) switch
        {
            SessionOutcome.Done => Redirect($"/sessions/plans/{found.Plan.Id}{Request.QueryString}"),
            SessionOutcome.Over => await RefuseAsync(found, "Told_Calling", StatusCodes.Status409Conflict, cancel, batch, terms),
            SessionOutcome.Bound => await RefuseAsync(found, "Told_TooMany", StatusCodes.Status409Conflict, cancel, batch, terms),
            _ => await RefuseAsync(found, "Told_Changed", StatusCodes.Status409Conflict, cancel, batch, terms),
        };

    /// <summary>The plan as it stands now, with what was typed.</summary>
    private async Task<IActionResult> RefuseAsync(FoundPlan found, string? key, int status, CancellationToken cancel, BatchInput? batch = null, PlanInput? terms = null, string field = "")
    {
        if (await find.RunAsync(found.Plan.Id, cancel) is not { } now)
        {
            return NotFound();
        }

        if (await pages.RunAsync(now, new PlanFilter(), cancel) is not { } page)
        {
            // What was refused is told by the plan as it will be: it is being computed.
            return Redirect($"/sessions/plans/{now.Plan.Id}");
        }

        if (key is not null)
        {
            ModelState.AddModelError(field, text[key, page.AppliedBy ?? text["Somebody"].Value, now.Plan.AppliedAt is { } at ? clock.InZone(at).Written() : ""]);
        }

        Response.StatusCode = status;
        return View("PlansShow", page with { Batch = batch ?? page.Batch, Terms = terms is null ? page.Terms : terms with { Version = now.Plan.Version } });
    }
}
