using Microsoft.EntityFrameworkCore;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>
/// A unit's figure as of any past day, by all that we know now or knew at a moment: the facts replayed by the rules of counting with that day in the place of
/// today. Nothing is kept, so nothing can be stale. The target says day and moment, see <see cref="TargetQuery.FindAsOfAsync"/>.
/// </summary>
public sealed class FigureAsOf(Db db, Transactions transactions, FactsAsOf facts)
{
    /// <summary>The figure without names.</summary>
    public Task<FiguresAsOf> CountAsync(TargetSummary target, UnitChoice unit, CancellationToken cancel) => RunAsync(target, unit, hasNames: false, cancel);

    /// <summary>The figure with everybody behind it.</summary>
    public Task<FiguresAsOf> NamesAsync(TargetSummary target, UnitChoice unit, CancellationToken cancel) => RunAsync(target, unit, hasNames: true, cancel);

    private async Task<FiguresAsOf> RunAsync(TargetSummary target, UnitChoice unit, bool hasNames, CancellationToken cancel)
    {
        // A moment already fixes what is read; without one all statements have to see one state.
        FiguresAsOf? figures = null;
        await transactions.ReadAsync(async cancel => figures = await CountOnceAsync(target, unit, hasNames, cancel), cancel);
        return figures ?? throw new InvalidOperationException("The figure was not read.");
    }

    private async Task<FiguresAsOf> CountOnceAsync(TargetSummary target, UnitChoice unit, bool hasNames, CancellationToken cancel)
    {
        var (members, below) = await BelowAsync(target, unit, cancel);
        var counting = await facts.CountingAsync(target, cancel);
        var (tallies, names) = (new Dictionary<(Guid Organization, CorePosition Post), StandingTally>(), new List<CoverageStanding>());
        await foreach (var person in facts.PeopleAsync(target, unit.Id, target.CutOff, hasNames, cancel))
        {
            foreach (var standing in counting.Stand(target.Terms, person))
            {
                if (!below.ContainsKey(standing.OrganizationId))
                {
                    continue;
                }

                TallyOf(standing.OrganizationId, standing.Position).Add(standing.Kind);
                if (hasNames)
                {
                    names.Add(standing);
                }
            }
        }

        var declarations = await facts.DeclarationsAsync(target, unit.Id, cancel);
        var under = db.PathsOf(target).Where(path => path.AncestorId == unit.Id).Select(path => path.DescendantId);
        var details = await db.DetailsOf(target).Where(d => under.Contains(d.OrganizationId)).AsNoTracking().ToDictionaryAsync(d => d.OrganizationId, cancel);
        return new FiguresAsOf
        {
            Target = target,
            Unit = unit,
            Members = members,
            Below = below,
            Details = details,
            Names = names,
            Cells =
            [
                .. from organization in below.Keys
                   where counting.IsPopulation(target.Terms, organization)
                   from post in target.Rule.Positions.Posts()
                   select counting.Cell(target.Terms, organization, post, TallyOf(organization, post), declarations[organization]),
            ],
        };

        StandingTally TallyOf(Guid organization, CorePosition post)
        {
            if (!tallies.TryGetValue((organization, post), out var tally))
            {
                tallies.Add((organization, post), tally = new StandingTally());
            }

            return tally;
        }
    }

    /// <summary>Every organization at the unit and below it, and the unit directly below under which each stood.</summary>
    private async Task<(Dictionary<Guid, UnitChoice> Members, Dictionary<Guid, UnitChoice> Below)> BelowAsync(TargetSummary target, UnitChoice unit, CancellationToken cancel)
    {
        var (id, paths) = (unit.Id, db.PathsOf(target));
        var rows = await (
            from line in paths
            where line.AncestorId == id && line.Depth <= 1
            join path in paths on line.DescendantId equals path.AncestorId
            where line.Depth == 1 || path.Depth == 0
            select new { line.Depth, UnitId = line.DescendantId, path.DescendantId }).ToListAsync(cancel);
        var members = await (
            from line in paths
            where line.AncestorId == id
            join organization in db.Organizations on line.DescendantId equals organization.Id
            select new UnitChoice(organization.Id, organization.Code, organization.Name, unit.Depth + line.Depth)).ToDictionaryAsync(choice => choice.Id, cancel);
        return (members, rows.ToDictionary(row => row.DescendantId, row => members[row.UnitId]));
    }
}
