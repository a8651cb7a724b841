using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>For which targets and units the current person may enter reported figures.</summary>
public sealed class FigureUnits(Db db, Scope scope, TargetQuery targets, DayClock clock)
{
    private const int MostTargets = 500;

    public async Task<IReadOnlyList<TargetChoice>> TargetsAsync(CancellationToken cancel) =>
        [.. (await targets.AllAsync(cancel)).OrderByDescending(target => target.Year).ThenBy(target => target.Slug, StringComparer.Ordinal).Take(MostTargets).Select(target => new TargetChoice(target.Slug, target.Title, target.Year))];

    public Task<TargetSummary?> FindTargetAsync(string? slug, CancellationToken cancel) =>
        string.IsNullOrEmpty(slug) ? Task.FromResult<TargetSummary?>(null) : targets.FindAsync(slug, cancel);

    /// <summary>The unit of the target's sub-tree with this code or full name; null when there is none in reach, or several of one name.</summary>
    public async Task<Guid?> FindUnitAsync(TargetSummary target, string? typed, CancellationToken cancel)
    {
        var (setter, today, reach, code) = (target.Terms.SetterId, clock.Today, scope.Organizations(Capability.ManageTargets), typed?.ToUpperInvariant());
        var found = await db.Organizations
            .Where(unit => (unit.Code == code || unit.Name == typed) && reach.Contains(unit.Id)
                && db.OrganizationPaths.Any(path => path.AncestorId == setter && path.DescendantId == unit.Id && path.SupersededAt == null && path.From <= today && today <= path.Until))
            .Select(unit => new { unit.Id, IsCode = unit.Code == code }).Take(10).ToListAsync(cancel);
        return found.Find(unit => unit.IsCode)?.Id ?? (found.Count == 1 ? found[0].Id : null);
    }
}
