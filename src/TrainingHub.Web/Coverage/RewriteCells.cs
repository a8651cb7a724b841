using Microsoft.EntityFrameworkCore;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>Sums the standings of organizations into their cells and writes only the cells that changed. Every organization and post of a population has a cell.</summary>
public sealed class RewriteCells(Db db)
{
    // Cells of so many organizations are held in memory at once.
    private const int OrganizationsAtOnce = 500;

    public async Task RunAsync(CountingTerms terms, Counting counting, IReadOnlyCollection<Guid> organizations, RecountDays recounts, CancellationToken cancel)
    {
        foreach (var chunk in organizations.Chunk(OrganizationsAtOnce))
        {
            var before = await db.CoverageCells.Where(c => EF.Parameter(chunk).Contains(c.OrganizationId)).AsNoTracking()
                .ToDictionaryAsync(c => new Key(c.TargetId, c.OrganizationId, c.Position), cancel);
            var declarations = (await db.Declarations.Known().Where(d => EF.Parameter(chunk).Contains(d.OrganizationId)).AsNoTracking().ToListAsync(cancel))
                .ToLookup(d => d.OrganizationId);
            var sums = await SumAsync(chunk, cancel);
            var changes = new RowChanges<CoverageCell>(db);
            foreach (var organization in chunk)
            {
                recounts.Add(organization, terms.NextRuleDay);
                foreach (var target in terms.Targets)
                {
                    recounts.Add(organization, counting.NextBoundary(target, organization, declarations[organization]));
                    Compare(Count(counting, target, organization, declarations[organization], sums), before, changes);
                }
            }

            foreach (var gone in before.Values)
            {
                changes.Remove(gone);
            }

            await changes.SaveAsync(cancel);
        }
    }

    private async Task<Dictionary<Key, StandingTally>> SumAsync(Guid[] organizations, CancellationToken cancel)
    {
        var tallies = new Dictionary<Key, StandingTally>();
        foreach (var row in await db.CoverageStandings.Where(s => EF.Parameter(organizations).Contains(s.OrganizationId))
            .GroupBy(s => new { s.TargetId, s.OrganizationId, s.Position, s.Kind })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel))
        {
            var key = new Key(row.Key.TargetId, row.Key.OrganizationId, row.Key.Position);
            if (!tallies.TryGetValue(key, out var tally))
            {
                tallies.Add(key, tally = new StandingTally());
            }

            tally.Add(row.Key.Kind, row.Count);
        }

        return tallies;
    }

    private static IEnumerable<CoverageCell> Count(
        Counting counting, TargetTerms target, Guid organization, IEnumerable<Declaration> declarations, Dictionary<Key, StandingTally> tallies) =>
        counting.IsPopulation(target, organization)
            ? target.Rule.Positions.Posts().Select(post => counting.Cell(
                target, organization, post, tallies.GetValueOrDefault(new Key(target.TargetId, organization, post)) ?? new StandingTally(), declarations))
            : [];

    private static void Compare(IEnumerable<CoverageCell> cells, Dictionary<Key, CoverageCell> before, RowChanges<CoverageCell> changes)
    {
        foreach (var cell in cells)
        {
            if (!before.Remove(new Key(cell.TargetId, cell.OrganizationId, cell.Position), out var known) || !IsSame(known, cell))
            {
                changes.Write(cell);
            }
        }
    }

    private static bool IsSame(CoverageCell known, CoverageCell cell) =>
        known.Counted == cell.Counted && known.Covered == cell.Covered && known.Excluded == cell.Excluded
        && known.Elsewhere == cell.Elsewhere && known.Declared == cell.Declared;

    private sealed record Key(Guid TargetId, Guid OrganizationId, CorePosition Position);
}
