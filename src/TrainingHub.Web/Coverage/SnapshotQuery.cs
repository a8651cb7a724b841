using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>Snapshots of targets at units in the reader's reach, and their figures. Reach is that of today; all else is of the snapshot's day.</summary>
public sealed class SnapshotQuery(Db db, Scope scope)
{
    public Task<int> CountAsync(Guid targetId, CancellationToken cancel) => InReach(targetId).CountAsync(cancel);

    /// <summary>Whether the reader may freeze the target: set targets where this one was set.</summary>
    public Task<bool> MayFreezeAsync(TargetSummary target, CancellationToken cancel)
    {
        var (setter, reach) = (target.Terms.SetterId, scope.Organizations(Capability.ManageTargets));
        return db.Organizations.AnyAsync(o => o.Id == setter && reach.Contains(o.Id), cancel);
    }

    /// <summary>What was asked to be frozen; whether the reader may know of it is asked before.</summary>
    public Task<SnapshotRequest?> FindRequestAsync(TargetSummary target, Guid id, CancellationToken cancel)
    {
        var targetId = target.Id;
        return db.SnapshotRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.TargetId == targetId, cancel);
    }

    /// <summary>The days that are being frozen now.</summary>
    public Task<List<SnapshotRequest>> OpenRequestsAsync(TargetSummary target, CancellationToken cancel)
    {
        var targetId = target.Id;
        return db.SnapshotRequests.AsNoTracking().Where(r => r.TargetId == targetId && r.Number == null && r.FailedAt == null).OrderBy(r => r.Id).ToListAsync(cancel);
    }

    /// <summary>With the figure of the topmost unit in reach.</summary>
    public async Task<List<FigureRow<SnapshotPlace>>> PageAsync(Guid targetId, SnapshotsFilter filter, Pages pages, CancellationToken cancel)
    {
        var (column, isDown) = filter.Order;
        var ordered = column is SnapshotSort.Day ? InReach(targetId).OrderBy(s => s.Day, isDown).ThenByDescending(s => s.Number) : InReach(targetId).OrderBy(s => s.Number, isDown);
        var rows = new List<FigureRow<SnapshotPlace>>();
        foreach (var number in await ordered.Skip((pages.Page - 1) * pages.Length).Take(pages.Length).Select(s => s.Number).ToListAsync(cancel))
        {
            if (await FindAsync(targetId, number, null, cancel) is { } place)
            {
                rows.Add(new FigureRow<SnapshotPlace>(place, await SumAsync(place, cancel)));
            }
        }

        return rows;
    }

    public async Task<SnapshotPlace?> FindAsync(string slug, int number, string? code, CancellationToken cancel) =>
        await db.CoverageTargets.Where(t => t.Slug == slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancel) is { } targetId
            ? await FindAsync(targetId, number, code, cancel)
            : null;

    private async Task<SnapshotPlace?> FindAsync(Guid targetId, int number, string? code, CancellationToken cancel)
    {
        var found = await (
            from snapshot in db.CoverageSnapshots
            where snapshot.TargetId == targetId && snapshot.Number == number
            join target in db.CoverageTargets on snapshot.TargetId equals target.Id
            join signer in db.RecordNames on snapshot.Id equals signer.RecordId
            select new { snapshot, target, signer }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null || await UnitAsync(found.snapshot.Id, code, Capability.ReadCoverage, cancel) is not { } unit)
        {
            return null;
        }

        return new SnapshotPlace(
            new SnapshotSummary
            {
                Id = found.snapshot.Id,
                Number = found.snapshot.Number,
                Target = SnapshotSummary.TargetOf(found.snapshot, found.target),
                Signer = found.signer.IsAnonymized ? null : found.signer.PersonName,
                SignerTitle = found.signer.PositionName,
                Note = found.snapshot.Note,
                Lines = found.snapshot.Lines,
            },
            unit,
            await UnitAsync(found.snapshot.Id, unit.Code, Capability.ReadNames, cancel) is not null);
    }

    /// <summary>What stood above a unit and is in reach, from the top down.</summary>
    public Task<List<UnitChoice>> AboveAsync(SnapshotPlace place, CancellationToken cancel)
    {
        var (id, number, reach) = (place.Snapshot.Id, place.Unit.Number, scope.Organizations(Capability.ReadCoverage));
        return db.SnapshotUnits.Where(u => u.SnapshotId == id && u.Number < number && number <= u.Last && reach.Contains(u.OrganizationId))
            .OrderBy(u => u.Number).Select(u => new UnitChoice(u.OrganizationId, u.Code, u.Name, u.Depth)).ToListAsync(cancel);
    }

    public async Task<CoverageFigure> SumAsync(SnapshotPlace place, CancellationToken cancel) =>
        await Cells(place).GroupBy(_ => 1).Select(cells => new CoverageFigure
        {
            Counted = cells.Sum(c => c.Counted),
            Covered = cells.Sum(c => c.Covered),
            Excluded = cells.Sum(c => c.Excluded),
            Elsewhere = cells.Sum(c => c.Elsewhere),
            UndeclaredUnits = cells.Where(c => c.Declared == DeclaredState.NotDeclared).Select(c => c.UnitNumber).Distinct().Count(),
            UndeclaredPosts = cells.Count(c => c.Declared == DeclaredState.NotDeclared),
            VacantPosts = cells.Count(c => c.Declared == DeclaredState.Vacant),
            NotKeptPosts = cells.Count(c => c.Declared == DeclaredState.NotKept),
        }).SingleOrDefaultAsync(cancel) ?? CoverageFigure.Nothing;

    /// <summary>How many organizations of the population stood at the unit and below it.</summary>
    public Task<int> UnitsCountedAsync(SnapshotPlace place, CancellationToken cancel) => Cells(place).Select(c => c.UnitNumber).Distinct().CountAsync(cancel);

    public async Task<List<FigureRow<CorePosition>>> PostsAsync(SnapshotPlace place, CancellationToken cancel) =>
        [.. (await Cells(place).GroupBy(c => c.Position).Select(cells => new FigureRow<CorePosition>(cells.Key, new CoverageFigure
        {
            Counted = cells.Sum(c => c.Counted),
            Covered = cells.Sum(c => c.Covered),
            Excluded = cells.Sum(c => c.Excluded),
            Elsewhere = cells.Sum(c => c.Elsewhere),
            UndeclaredUnits = cells.Count(c => c.Declared == DeclaredState.NotDeclared),
            UndeclaredPosts = cells.Count(c => c.Declared == DeclaredState.NotDeclared),
            VacantPosts = cells.Count(c => c.Declared == DeclaredState.Vacant),
            NotKeptPosts = cells.Count(c => c.Declared == DeclaredState.NotKept),
        })).ToListAsync(cancel)).OrderBy(row => row.Of)];

    /// <summary>The units directly below with all that stood below them, and the unit itself where it kept posts of its own.</summary>
    public async Task<List<FigureRow<UnitChoice>>> UnitsAsync(SnapshotPlace place, CancellationToken cancel)
    {
        var (id, number) = (place.Snapshot.Id, place.Unit.Number);
        var rows = await (
            from unit in db.SnapshotUnits
            where unit.SnapshotId == id && (unit.Above == number || unit.Number == number)
            join cell in db.SnapshotCells on unit.SnapshotId equals cell.SnapshotId
            where cell.UnitNumber == unit.Number || (unit.Number != number && unit.Number < cell.UnitNumber && cell.UnitNumber <= unit.Last)
            group cell by new { unit.OrganizationId, unit.Code, unit.Name, unit.Depth } into cells
            select new
            {
                cells.Key,
                Counted = cells.Sum(c => c.Counted),
                Covered = cells.Sum(c => c.Covered),
                Excluded = cells.Sum(c => c.Excluded),
                Elsewhere = cells.Sum(c => c.Elsewhere),
                UndeclaredUnits = cells.Where(c => c.Declared == DeclaredState.NotDeclared).Select(c => c.UnitNumber).Distinct().Count(),
                UndeclaredPosts = cells.Count(c => c.Declared == DeclaredState.NotDeclared),
                VacantPosts = cells.Count(c => c.Declared == DeclaredState.Vacant),
                NotKeptPosts = cells.Count(c => c.Declared == DeclaredState.NotKept),
            }).ToListAsync(cancel);
        return rows.ConvertAll(row => new FigureRow<UnitChoice>(new UnitChoice(row.Key.OrganizationId, row.Key.Code, row.Key.Name, row.Key.Depth), new CoverageFigure
        {
            Counted = row.Counted,
            Covered = row.Covered,
            Excluded = row.Excluded,
            Elsewhere = row.Elsewhere,
            UndeclaredUnits = row.UndeclaredUnits,
            UndeclaredPosts = row.UndeclaredPosts,
            VacantPosts = row.VacantPosts,
            NotKeptPosts = row.NotKeptPosts,
        }));
    }

    private IQueryable<SnapshotCell> Cells(SnapshotPlace place)
    {
        var (id, first, last) = (place.Snapshot.Id, place.Unit.Number, place.Unit.Last);
        return db.SnapshotCells.Where(c => c.SnapshotId == id && first <= c.UnitNumber && c.UnitNumber <= last);
    }

    private Task<SnapshotUnit?> UnitAsync(Guid snapshotId, string? code, Capability capability, CancellationToken cancel)
    {
        var reach = scope.Organizations(capability);
        return db.SnapshotUnits.Where(u => u.SnapshotId == snapshotId && (string.IsNullOrEmpty(code) || u.Code == code) && reach.Contains(u.OrganizationId))
            .OrderBy(u => u.Number).AsNoTracking().FirstOrDefaultAsync(cancel);
    }

    private IQueryable<CoverageSnapshot> InReach(Guid targetId)
    {
        var reach = scope.Organizations(Capability.ReadCoverage);
        return db.CoverageSnapshots.Where(s => s.TargetId == targetId && db.SnapshotUnits.Any(u => u.SnapshotId == s.Id && reach.Contains(u.OrganizationId)));
    }
}
