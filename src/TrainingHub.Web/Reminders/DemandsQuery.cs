using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Reminders;

/// <summary>What is asked of people on a day, and who still owes it. There are few targets and many people: days are reckoned here, people are found by the database.</summary>
public sealed class DemandsQuery(Db db)
{
    /// <summary>Targets whose deadline is that day or later, by the rules of <paramref name="today"/>.</summary>
    public async Task<List<RunningDemand>> RunningAsync(DateOnly today, DateOnly day, CancellationToken cancel)
    {
        var (targetRules, programmeRules) = (db.TargetRules.On(today), db.ProgrammeRules.On(today));
        var rows = await (
            from target in db.CoverageTargets.AsNoTracking()
            join rule in targetRules on target.Id equals rule.TargetId
            where rule.CutOffDay >= day
            join programme in db.Programmes on target.ProgrammeId equals programme.Id
            join asked in programmeRules on programme.Id equals asked.ProgrammeId
            where asked.CycleUntil >= day
            orderby rule.CutOffDay, target.Id
            select new { target.Id, target.OrganizationId, rule.CutOffDay, programme, asked.CycleUntil }).ToListAsync(cancel);
        return rows.ConvertAll(row => new RunningDemand(
            row.Id, row.CutOffDay,
            new OwedItem(row.programme.Id, row.programme.Name, row.programme.NameEn, row.CutOffDay < row.CycleUntil ? row.CutOffDay : row.CycleUntil),
            row.OrganizationId));
    }

    /// <summary>
    /// Whoever owes one of the wished demands, each person and programme once: where an earlier demand of the same programme misses them too, that
    /// one is said and not this.
    /// </summary>
    /// <param name="all">All that run, by cut-off day and id.</param>
    /// <param name="wished">Some of them.</param>
    public IQueryable<Coverage.CoverageStanding> Owing(IReadOnlyList<RunningDemand> all, IReadOnlyCollection<RunningDemand> wished)
    {
        var targets = wished.Select(demand => demand.TargetId).ToList();
        var owing = db.CoverageStandings.AsNoTracking().Where(standing => standing.Kind == Coverage.StandingKind.Missing && targets.Contains(standing.TargetId));
        foreach (var demand in wished)
        {
            var earlier = all.TakeWhile(other => other.TargetId != demand.TargetId).Where(other => other.Item.SubjectId == demand.Item.SubjectId).Select(other => other.TargetId).ToList();
            if (earlier.Count > 0)
            {
                var target = demand.TargetId;
                owing = owing.Where(standing => standing.TargetId != target
                    || !db.CoverageStandings.Any(other => other.PersonId == standing.PersonId && other.Kind == Coverage.StandingKind.Missing && earlier.Contains(other.TargetId)));
            }
        }

        return owing;
    }
}
