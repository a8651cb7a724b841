using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Programmes;

public sealed class ProgrammesQuery(Db db, Scope scope, DayClock clock)
{
    /// <summary>Programmes of bureaus that stand in the reader's reach or above it, or whose targets count somebody in reach.</summary>
    public async Task<List<ProgrammeRow>> AllAsync(CancellationToken cancel)
    {
        var (today, reach) = (clock.Today, scope.Organizations(Capability.ReadCoverage));
        var paths = db.OrganizationPaths.Where(p => p.SupersededAt == null && p.From <= today && today <= p.Until && reach.Contains(p.DescendantId));
        var programmes = await (
            from programme in db.Programmes
            where paths.Any(p => p.AncestorId == programme.OrganizationId)
                || db.CoverageTargets.Any(t => t.ProgrammeId == programme.Id && paths.Any(p => p.AncestorId == t.OrganizationId))
            join setter in db.Organizations on programme.OrganizationId equals setter.Id
            orderby programme.CreatedAt, programme.Slug
            select new { programme, SetterName = setter.Name }).AsNoTracking().ToListAsync(cancel);
        var ids = programmes.ConvertAll(row => row.programme.Id);
        var rules = await db.ProgrammeRules.On(today).Where(r => ids.Contains(r.ProgrammeId)).AsNoTracking().ToListAsync(cancel);
        var targetRules = db.TargetRules.On(today);
        var targets = (await (
            from target in db.CoverageTargets
            where ids.Contains(target.ProgrammeId) && paths.Any(p => p.AncestorId == target.OrganizationId)
            join rule in targetRules on target.Id equals rule.TargetId
            orderby target.Year, target.Slug
            select new { target, rule }).AsNoTracking().ToListAsync(cancel)).ToLookup(row => row.target.ProgrammeId, row => new ProgrammeTarget(row.target, row.rule));
        return programmes.ConvertAll(row => new ProgrammeRow
        {
            Programme = row.programme,
            SetterName = row.SetterName,
            Rule = rules.Find(rule => rule.ProgrammeId == row.programme.Id),
            Targets = [.. targets[row.programme.Id]],
        });
    }
}
