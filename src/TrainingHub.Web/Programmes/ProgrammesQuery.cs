using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Programmes;

/// <summary>Programmes of bureaus that stand in the reader's reach or above it, or whose targets count somebody in reach.</summary>
public sealed class ProgrammesQuery(Db db, Scope scope, CurrentPerson current, DayClock clock)
{
    // Programmes with all their targets; each is a card, not a line.
    private const int PageSize = 20;

    // A reader who was granted more units chooses among the first.
    private const int MostSetters = 100;

    public async Task<ProgrammesPage> RunAsync(ProgrammesFilter filter, CancellationToken cancel)
    {
        var found = Find(filter);
        var pages = Pages.Of(filter.Page, await found.CountAsync(cancel), PageSize);
        var rows = await RowsAsync(Order(found, filter).Skip((pages.Page - 1) * PageSize).Take(PageSize), cancel);
        return new ProgrammesPage(filter, rows, pages, await current.MayAsync(Capability.ManageTargets));
    }

    /// <summary>Every programme that the filter finds, for export.</summary>
    public Task<IReadOnlyList<ProgrammeRow>> ExportAsync(ProgrammesFilter filter, CancellationToken cancel) => RowsAsync(Order(Find(filter), filter), cancel);

    /// <summary>A programme for which the reader may set targets: of a bureau in reach or above it. Null when there is none.</summary>
    public async Task<ProgrammeRow?> FindOwedAsync(string slug, CancellationToken cancel)
    {
        var paths = Paths(Capability.ManageTargets);
        var found = db.Programmes.Where(p => p.Slug == slug && paths.Any(path => path.AncestorId == p.OrganizationId));
        return (await RowsAsync(found, cancel)).SingleOrDefault();
    }

    /// <summary>A programme of the list, with its whole history; null when it is unknown or out of reach.</summary>
    public async Task<(ProgrammeRow Row, IReadOnlyList<ProgrammeTerms> Terms)?> ShowAsync(string slug, CancellationToken cancel)
    {
        if ((await RowsAsync(Find(new ProgrammesFilter()).Where(p => p.Slug == slug), cancel)).SingleOrDefault() is not { } row)
        {
            return null;
        }

        var known = await db.TermsOfAsync(db.ProgrammeRules.Known().Where(r => r.ProgrammeId == row.Programme.Id).OrderByDescending(r => r.From).AsNoTracking(), cancel);
        return (row, known);
    }

    /// <summary>A programme that the reader may change; null when there is none.</summary>
    public async Task<ProgrammeRow?> FindOwnAsync(string slug, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManageTargets);
        return (await RowsAsync(db.Programmes.Where(p => p.Slug == slug && reach.Contains(p.OrganizationId)), cancel)).SingleOrDefault();
    }

    /// <summary>The organizations for which the reader was granted to set programmes and targets.</summary>
    public Task<List<Setter>> SettersAsync(CancellationToken cancel)
    {
        var (personId, reach) = (current.Id, scope.Organizations(Capability.ManageTargets));
        return db.Organizations
            .Where(o => reach.Contains(o.Id) && db.Grants.Any(g => g.OrganizationId == o.Id && g.PersonId == personId && g.Capability == Capability.ManageTargets && g.RevokedAt == null))
            .OrderBy(o => o.Name).ThenBy(o => o.Code).Take(MostSetters).Select(o => new Setter(o.Id, o.Code, o.Name)).ToListAsync(cancel);
    }

    /// <summary>The organization with that code, if the reader may set programmes and targets for it.</summary>
    public Task<Setter?> FindSetterAsync(string? code, CancellationToken cancel)
    {
        var (wanted, reach) = (code?.ToUpperInvariant(), scope.Organizations(Capability.ManageTargets));
        return db.Organizations.Where(o => o.Code == wanted && reach.Contains(o.Id)).Select(o => new Setter(o.Id, o.Code, o.Name)).SingleOrDefaultAsync(cancel);
    }

    private IQueryable<Programme> Find(ProgrammesFilter filter)
    {
        var paths = Paths(Capability.ReadCoverage);
        var found = db.Programmes.Where(programme => paths.Any(p => p.AncestorId == programme.OrganizationId)
            || db.CoverageTargets.Any(t => t.ProgrammeId == programme.Id && paths.Any(p => p.AncestorId == t.OrganizationId)));
        return filter.Q is { } typed ? found.Where(p => p.Name.Contains(typed) || p.NameEn.Contains(typed)) : found;
    }

    private IQueryable<Programme> Order(IQueryable<Programme> found, ProgrammesFilter filter)
    {
        var (column, isDown) = filter.Order;
        var ordered = column switch
        {
            ProgrammeSort.Name => found.OrderBy(p => p.Name, isDown),
            ProgrammeSort.Setter => found.OrderBy(p => db.Organizations.Where(o => o.Id == p.OrganizationId).Select(o => o.Name).FirstOrDefault(), isDown),
            _ => found.OrderBy(p => p.CreatedAt, isDown),
        };
        return ordered.ThenBy(p => p.CreatedAt).ThenBy(p => p.Slug);
    }

    private IQueryable<Organizations.OrganizationPath> Paths(Capability capability)
    {
        var (today, reach) = (clock.Today, scope.Organizations(capability));
        return db.OrganizationPaths.Where(p => p.SupersededAt == null && p.From <= today && today <= p.Until && reach.Contains(p.DescendantId));
    }

    private async Task<IReadOnlyList<ProgrammeRow>> RowsAsync(IQueryable<Programme> found, CancellationToken cancel)
    {
        var (today, own, paths, targetRules) = (clock.Today, scope.Organizations(Capability.ManageTargets), Paths(Capability.ReadCoverage), db.TargetRules.On(clock.Today));
        var programmes = await found.Select(programme => new
        {
            programme,
            SetterName = db.Organizations.Where(o => o.Id == programme.OrganizationId).Select(o => o.Name).First(),
            MayChange = own.Contains(programme.OrganizationId),
        }).AsNoTracking().ToListAsync(cancel);
        var ids = programmes.ConvertAll(row => row.programme.Id);
        var rules = (await db.TermsOfAsync(db.ProgrammeRules.Known().Where(r => ids.Contains(r.ProgrammeId)).AsNoTracking(), cancel)).ToLookup(terms => terms.Rule.ProgrammeId);
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
            Terms = rules[row.programme.Id].OrderBy(terms => terms.Rule.Until < today ? 2 : today < terms.Rule.From ? 1 : 0)
                .ThenBy(terms => today < terms.Rule.From ? terms.Rule.From : DateOnly.MaxValue).ThenByDescending(terms => terms.Rule.From).FirstOrDefault(),
            Targets = [.. targets[row.programme.Id]],
            MayChange = row.MayChange,
        });
    }
}
