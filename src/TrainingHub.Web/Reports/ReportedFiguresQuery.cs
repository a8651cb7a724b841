using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Reports;

/// <summary>Reported figures of units in the reader's reach.</summary>
public sealed class ReportedFiguresQuery(Db db, Scope scope, CurrentPerson current)
{
    public async Task<ReportedFiguresPage> RunAsync(ReportedFiguresFilter filter, CancellationToken cancel)
    {
        var found = Rows(filter);
        var pages = Pages.Of(filter.Page, await found.CountAsync(cancel));
        return new ReportedFiguresPage(filter, await found.Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel), pages, await current.MayAsync(Capability.ManageTargets));
    }

    /// <summary>Everything that the filter finds, one after the other.</summary>
    public IAsyncEnumerable<ReportedFigureRow> AllAsync(ReportedFiguresFilter filter) => Rows(filter).AsAsyncEnumerable();

    public Task<ReportedFigureRow?> FindAsync(Guid id, CancellationToken cancel) =>
        Projected(Reached().Where(figure => figure.Id == id)).SingleOrDefaultAsync(cancel);

    /// <summary>Those of a unit that stand, for the promise that a target belongs to; by day.</summary>
    public Task<List<ReportedFigureRow>> OfAsync(string targetSlug, Guid unit, CancellationToken cancel)
    {
        var targets =
            from target in db.CoverageTargets
            where target.Slug == targetSlug
            join sibling in db.CoverageTargets on new { target.Series, target.OrganizationId } equals new { sibling.Series, sibling.OrganizationId }
            select sibling.Id;
        return Projected(Reached().Where(figure => figure.OrganizationId == unit && targets.Contains(figure.TargetId) && !db.ReportedFigureWithdrawals.Any(w => w.FigureId == figure.Id)))
            .OrderBy(row => row.Figure.Day).ThenBy(row => row.Figure.Id).ToListAsync(cancel);
    }

    private IQueryable<ReportedFigure> Reached()
    {
        var reach = scope.Organizations(Capability.ReadCoverage);
        return db.ReportedFigures.AsNoTracking().Where(figure => reach.Contains(figure.OrganizationId));
    }

    private IQueryable<ReportedFigureRow> Rows(ReportedFiguresFilter filter)
    {
        var found = Reached();
        if (!filter.All)
        {
            found = found.Where(figure => !db.ReportedFigureWithdrawals.Any(w => w.FigureId == figure.Id));
        }

        if (filter.Q is { } typed)
        {
            found = found.Where(figure => figure.DocumentNumber.Contains(typed)
                || db.Organizations.Any(unit => unit.Id == figure.OrganizationId && unit.Name.Contains(typed))
                || db.CoverageTargets.Any(target => target.Id == figure.TargetId && (target.Name.Contains(typed) || target.NameEn.Contains(typed))));
        }

        var rows = Projected(found);
        var ordered = filter.Order switch
        {
            (ReportedFigureSort.Target, var isDown) => rows.OrderBy(row => row.TargetName, isDown),
            (ReportedFigureSort.Unit, var isDown) => rows.OrderBy(row => row.UnitName, isDown),
            (ReportedFigureSort.Counted, var isDown) => rows.OrderBy(row => row.Figure.Counted, isDown),
            (ReportedFigureSort.Covered, var isDown) => rows.OrderBy(row => row.Figure.Covered, isDown),
            (ReportedFigureSort.Entered, var isDown) => rows.OrderBy(row => row.Figure.EnteredAt, isDown),
            (_, var isDown) => rows.OrderBy(row => row.Figure.Day, isDown),
        };
        return ordered.ThenBy(row => row.UnitName).ThenBy(row => row.Figure.Id);
    }

    private IQueryable<ReportedFigureRow> Projected(IQueryable<ReportedFigure> figures)
    {
        var mine = scope.Organizations(Capability.ManageTargets);
        return
            from figure in figures
            join target in db.CoverageTargets on figure.TargetId equals target.Id
            join unit in db.Organizations on figure.OrganizationId equals unit.Id
            from withdrawal in db.ReportedFigureWithdrawals.Where(w => w.FigureId == figure.Id).DefaultIfEmpty()
            select new ReportedFigureRow
            {
                Figure = figure,
                TargetSlug = target.Slug,
                TargetName = target.Name,
                TargetNameEn = target.NameEn,
                Year = target.Year,
                UnitName = unit.Name,
                UnitCode = unit.Code,
                EnteredBy = db.People.Where(p => p.Id == figure.EnteredBy && p.AnonymizedAt == null).Select(p => p.Name).FirstOrDefault(),
                Withdrawal = withdrawal,
                WithdrawnBy = withdrawal == null ? null : db.People.Where(p => p.Id == withdrawal.WithdrawnBy && p.AnonymizedAt == null).Select(p => p.Name).FirstOrDefault(),
                MayChange = mine.Contains(figure.OrganizationId),
            };
    }
}
