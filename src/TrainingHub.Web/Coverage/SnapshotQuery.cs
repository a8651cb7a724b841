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

    public Task<CoverageFigure> SumAsync(SnapshotPlace place, CancellationToken cancel)
    {
        var (id, first, last) = (place.Snapshot.Id, place.Unit.Number, place.Unit.Last);
        return db.SnapshotCells.Where(c => c.SnapshotId == id && first <= c.UnitNumber && c.UnitNumber <= last).Select(cell => new LinedCell<int>
        {
            Line = first,
            Unit = cell.UnitNumber,
            Position = cell.Position,
            Counted = cell.Counted,
            Covered = cell.Covered,
            Excluded = cell.Excluded,
            Elsewhere = cell.Elsewhere,
            Declared = cell.Declared,
        }).SumAsync(cancel);
    }

    /// <summary>By post and by unit directly below.</summary>
    public async Task<FigureBreakdown<UnitChoice>> BreakDownAsync(SnapshotPlace place, CancellationToken cancel)
    {
        var (id, number) = (place.Snapshot.Id, place.Unit.Number);
        var lines = db.SnapshotUnits.Where(unit => unit.SnapshotId == id && (unit.Above == number || unit.Number == number));
        var cells =
            from line in lines
            join cell in db.SnapshotCells on line.SnapshotId equals cell.SnapshotId
            where cell.UnitNumber == line.Number || (line.Number != number && line.Number < cell.UnitNumber && cell.UnitNumber <= line.Last)
            select new LinedCell<int>
            {
                Line = line.Number,
                Unit = cell.UnitNumber,
                Position = cell.Position,
                Counted = cell.Counted,
                Covered = cell.Covered,
                Excluded = cell.Excluded,
                Elsewhere = cell.Elsewhere,
                Declared = cell.Declared,
            };
        var figures = await cells.BreakDownAsync(cancel);
        var names = await lines.Select(line => new { line.Number, Choice = new UnitChoice(line.OrganizationId, line.Code, line.Name, line.Depth) })
            .ToDictionaryAsync(line => line.Number, line => line.Choice, cancel);
        return new FigureBreakdown<UnitChoice>
        {
            Total = figures.Total,
            Posts = figures.Posts,
            Units = figures.Units.ConvertAll(row => new FigureRow<UnitChoice>(names[row.Of], row.Figure)),
            UnitsCounted = figures.UnitsCounted,
        };
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
