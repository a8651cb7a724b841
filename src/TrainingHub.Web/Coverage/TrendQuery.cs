using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>A unit's figures at the ends of the months of the target's window, up to its own day, by all that we know now: one pass over the facts for all of them.</summary>
public sealed class TrendQuery(Db db, Transactions transactions, FactsAsOf facts)
{
    public async Task<IReadOnlyList<TrendPoint>> PointsAsync(TargetSummary target, UnitChoice unit, CancellationToken cancel)
    {
        // A target whose rule was changed is shown from the day on which the present one began.
        var days = Trend.Days(target.Rule, target.Today).Where(target.Rule.HoldsOn).ToList();
        if (days.Count == 0)
        {
            return [];
        }

        IReadOnlyList<TrendPoint> points = [];
        await transactions.ReadAsync(async cancel =>
        {
            var id = unit.Id;
            var below = (await db.PathsKnown(target).Where(path => path.AncestorId == id).AsNoTracking().ToListAsync(cancel)).ToLookup(path => path.DescendantId);
            var trend = new Trend(await facts.CountingAsync(target, cancel), target.Terms, days, below);
            await foreach (var person in facts.PeopleAsync(target, id, days[0], hasIds: false, cancel))
            {
                trend.Add(person);
            }

            points = trend.Points;
        }, cancel);
        return points;
    }
}
