using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>The columns of a unit's workbook: its own, else those of the nearest unit above that keeps some, else the usual ones.</summary>
public sealed class ReportColumnsQuery(Db db, DayClock clock)
{
    public async Task<IReadOnlyList<ColumnChoice>> OfAsync(Guid unit, CancellationToken cancel)
    {
        var today = clock.Today;
        var kept = await (
            from path in db.OrganizationPaths
            where path.DescendantId == unit && path.SupersededAt == null && path.From <= today && today <= path.Until
            join columns in db.ReportColumns on path.AncestorId equals columns.OrganizationId
            orderby path.Depth
            select columns.Choices).FirstOrDefaultAsync(cancel);
        return kept is null ? ColumnRule.Usual : PartJson.ReadOrNull<List<ColumnChoice>>(kept) ?? ColumnRule.Usual;
    }

    /// <summary>Those that the report was made with.</summary>
    public async Task<IReadOnlyList<ColumnChoice>> OfAsync(Report report, CancellationToken cancel) =>
        (report.Columns is { } kept ? PartJson.ReadOrNull<List<ColumnChoice>>(kept) : null) ?? await OfAsync(report.OrganizationId, cancel);

    public Task<ReportColumns?> FindOwnAsync(Guid unit, CancellationToken cancel) => db.ReportColumns.AsNoTracking().SingleOrDefaultAsync(c => c.OrganizationId == unit, cancel);
}
