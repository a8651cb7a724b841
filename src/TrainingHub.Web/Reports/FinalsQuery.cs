using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>Final sheets of the year in the reader's reach: which can be made, and what stands in one. What stands in it comes from the snapshot alone.</summary>
public sealed class FinalsQuery(Db db, Scope scope, TargetQuery targets, SnapshotQuery snapshots, DayClock clock)
{
    public async Task<FinalsPage> RunAsync(FinalsFilter filter, CancellationToken cancel)
    {
        var all = await targets.AllAsync(cancel);
        List<int> years = [.. all.Select(target => target.Year).Distinct().OrderDescending()];
        var year = YearOf(filter, all);
        var rows = filter.Of(await RowsAsync(all.FindAll(target => target.Year == year), cancel));
        var pages = Pages.Of(filter.Page, rows.Count);
        return new FinalsPage(year, years, filter, [.. rows.Skip((pages.Page - 1) * pages.Length).Take(pages.Length)], pages);
    }

    /// <summary>All that the filter finds.</summary>
    public async Task<(int Year, List<FinalRow> Rows)> AllAsync(FinalsFilter filter, CancellationToken cancel)
    {
        var all = await targets.AllAsync(cancel);
        var year = YearOf(filter, all);
        return (year, filter.Of(await RowsAsync(all.FindAll(target => target.Year == year), cancel)));
    }

    /// <summary>All targets of a year for one unit; null where the unit is out of reach or no target of the year has it.</summary>
    /// <param name="year">Which.</param>
    /// <param name="code">Of the unit; empty for the topmost in reach that the year counts.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<YearSheet?> YearAsync(int year, string? code, CancellationToken cancel)
    {
        var rows = await RowsAsync((await targets.AllAsync(cancel)).FindAll(target => target.Year == year), cancel);
        if ((string.IsNullOrEmpty(code) ? await TopAsync(rows, cancel) : code) is not { } unit)
        {
            return null;
        }

        var (sheets, waiting, name) = (new List<FinalSheet>(), new List<FinalRow>(), "");
        foreach (var row in rows)
        {
            if (row.State is FinalState.Frozen)
            {
                if (await FindAsync(row.Target.Slug, row.Snapshots[0].Number, unit, cancel) is { } sheet)
                {
                    sheets.Add(sheet);
                }
            }
            else if (await targets.FindUnitAsync(row.Target, unit, Capability.ReadCoverage, cancel) is { } found)
            {
                waiting.Add(row);
                name = found.Name;
            }
        }

        return sheets.Count + waiting.Count is 0 ? null : new YearSheet
        {
            Year = year,
            Code = unit,
            UnitName = sheets.MaxBy(sheet => sheet.Place.Snapshot.Moment)?.Place.Unit.Name ?? name,
            Sheets = sheets,
            Waiting = waiting,
        };
    }

    private int YearOf(FinalsFilter filter, List<TargetSummary> all) =>
        filter.Year ?? all.Where(target => target.Rule.CutOffDay < target.Today).Select(target => (int?)target.Year).Max() ?? clock.Today.Year;

    private async Task<List<FinalRow>> RowsAsync(List<TargetSummary> asked, CancellationToken cancel)
    {
        var frozen = await FrozenAsync([.. asked.Select(target => target.Id)], cancel);
        var setters = await scope.Organizations(Capability.ManageTargets).Distinct().ToListAsync(cancel);
        return asked.ConvertAll(target => new FinalRow
        {
            Target = target,
            CutOffDay = target.Rule.CutOffDay,
            Snapshots = [.. frozen[target.Id]],
            MayFreeze = setters.Contains(target.Terms.SetterId),
        });
    }

    /// <summary>Of the units in reach that snapshots or targets of the year have, one below none of the others; of several the first by name. Null where they have none.</summary>
    private async Task<string?> TopAsync(List<FinalRow> rows, CancellationToken cancel)
    {
        var tops = new HashSet<Guid>();
        foreach (var row in rows)
        {
            var top = row.State is FinalState.Frozen
                ? (await snapshots.FindAsync(row.Target.Slug, row.Snapshots[0].Number, null, cancel))?.Unit.OrganizationId
                : (await targets.FindUnitAsync(row.Target, null, Capability.ReadCoverage, cancel))?.Id;
            if (top is { } id)
            {
                tops.Add(id);
            }
        }

        var today = clock.Today;
        return await db.Organizations
            .Where(o => tops.Contains(o.Id) && !db.OrganizationPaths.Any(path => path.DescendantId == o.Id && path.Depth > 0 && path.SupersededAt == null && path.From <= today && today <= path.Until && tops.Contains(path.AncestorId)))
            .OrderBy(o => o.Name).ThenBy(o => o.Code).Select(o => (string?)o.Code).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Null where there is no such snapshot in reach, and where its figures are not final.</summary>
    public async Task<FinalSheet?> FindAsync(string slug, int number, string? code, CancellationToken cancel)
    {
        if (await snapshots.FindAsync(slug, number, code, cancel) is not { } place || !IsFinal(place.Snapshot))
        {
            return null;
        }

        var figures = await snapshots.BreakDownAsync(place, cancel);
        var (id, first, last, above) = (place.Snapshot.Id, place.Unit.Number, place.Unit.Last, place.Unit.Above);
        var lines = db.SnapshotLines.Where(l => l.SnapshotId == id && first <= l.UnitNumber && l.UnitNumber <= last);
        var kinds = await lines.GroupBy(l => l.Kind).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var excluded = await lines.Where(l => l.Kind == StandingKind.Excluded && l.Why != null).GroupBy(l => l.Why).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        return new FinalSheet
        {
            Place = place,
            Total = figures.Total,
            Part = Part(place, figures),
            RecipientName = await db.SnapshotUnits.Where(u => u.SnapshotId == id && u.Number == above).Select(u => u.Name).FirstOrDefaultAsync(cancel) ?? "",
            Arrived = kinds.GetValueOrDefault(StandingKind.Arrived),
            Left = kinds.GetValueOrDefault(StandingKind.Left),
            Excluded = [.. excluded.OrderBy(row => row.Key).Select(row => (row.Key.GetValueOrDefault(), row.Count))],
        };
    }

    private bool IsFinal(SnapshotSummary snapshot) => SnapshotDay.IsFinal(snapshot.Target.Rule.CutOffDay, snapshot.Target.Today, clock.DayOf(snapshot.Moment));

    private async Task<ILookup<Guid, (int Number, DateTime Moment)>> FrozenAsync(List<Guid> targetIds, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ReadCoverage);
        var rows = await db.CoverageSnapshots
            .Where(s => targetIds.Contains(s.TargetId) && s.Day == s.CutOffDay && db.SnapshotUnits.Any(u => u.SnapshotId == s.Id && reach.Contains(u.OrganizationId)))
            .OrderBy(s => s.Number).Select(s => new { s.TargetId, s.Number, s.Moment, s.Day, s.CutOffDay }).ToListAsync(cancel);
        return rows.Where(row => SnapshotDay.IsFinal(row.CutOffDay, row.Day, clock.DayOf(row.Moment))).ToLookup(row => row.TargetId, row => (row.Number, row.Moment));
    }

    private static TargetPart Part(SnapshotPlace place, FigureBreakdown<UnitChoice> figures)
    {
        var (target, unit) = (place.Snapshot.Target, place.Unit);
        return new TargetPart
        {
            Slug = target.Slug,
            Name = target.Name,
            NameEn = target.NameEn,
            ProgrammeName = target.ProgrammeName,
            SetterName = target.SetterName,
            Year = target.Year,
            Percent = target.Rule.Percent,
            Positions = target.Rule.Positions,
            WindowFrom = target.Rule.WindowFrom,
            WindowUntil = target.Rule.WindowUntil,
            RosterDay = target.Rule.RosterDay,
            CutOffDay = target.Rule.CutOffDay,
            Day = target.Today,
            Total = ReportFigure.Of(figures.Total),
            Posts = [.. figures.Posts.Select(row => new PostPart(row.Of, ReportFigure.Of(row.Figure)))],
            Units = figures.Units.TrueForAll(row => row.Of.Id == unit.OrganizationId)
                ? []
                : [.. figures.Units.OrderBy(row => row.Of.Name, StringComparer.Ordinal).ThenBy(row => row.Of.Code, StringComparer.Ordinal)
                    .Select(row => new UnitPart(row.Of.Code, row.Of.Name, row.Of.Id == unit.OrganizationId, ReportFigure.Of(row.Figure)))],
            ChangesFrom = target.Today,
        };
    }
}
