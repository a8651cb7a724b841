using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>To which post of the common core a bureau's own entry belongs from a day on. Shipped entries stay where they are.</summary>
[Route("positions/{id:guid}/mapping"), LostRace]
public sealed class MappingController(Db db, Scope scope, MapPosition map, DayClock clock, IStringLocalizer<PeopleText> text) : Controller
{
    [HttpGet, Require(Capability.ManageOrganizations)]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } position)
        {
            return NotFound();
        }

        var history = await HistoryAsync(id, cancel);
        return Form(position, history, new MappingInput
        {
            Core = history.FirstOrDefault(m => m.HoldsOn(clock.Today))?.Core ?? CorePosition.None,
            From = clock.Today,
            Version = KnownVersion.Of(history.Select(m => m.Id)),
        });
    }

    [HttpPost, Require(Capability.ManageOrganizations)]
    public async Task<IActionResult> Update(Guid id, MappingInput input, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } position)
        {
            return NotFound();
        }

        if (!PositionRules.IsOne(input.Core))
        {
            ModelState.AddModelError(nameof(input.Core), text["Required_Core"]);
        }

        if (!ModelState.IsValid || input.From is not { } from)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Form(position, await HistoryAsync(id, cancel), input);
        }

        if (await map.RunAsync(id, input.Core, from, input.Version ?? "", cancel))
        {
            return Redirect("/positions");
        }

        var history = await HistoryAsync(id, cancel);
        var version = KnownVersion.Of(history.Select(m => m.Id));
        if (string.Equals(version, input.Version, StringComparison.Ordinal))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ModelState.AddModelError(nameof(input.Core), text["Refusal_SameCore"]);
        }
        else
        {
            this.ShowLostRace(new LastChange(null, history.Max(m => (DateTime?)m.RecordedAt)), text, clock);
        }

        return Form(position, history, input with { Version = version });
    }

    private Task<Position?> FindAsync(Guid id, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManageOrganizations);
        return db.Positions.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.OrganizationId != null && reach.Contains(p.OrganizationId.Value), cancel);
    }

    private Task<List<PositionMapping>> HistoryAsync(Guid id, CancellationToken cancel) =>
        db.PositionMappings.AsNoTracking().Known().Where(m => m.PositionId == id).OrderByDescending(m => m.From).ToListAsync(cancel);

    private ViewResult Form(Position position, List<PositionMapping> history, MappingInput input) =>
        View("MappingEdit", new MappingForm(position, history, input));
}
