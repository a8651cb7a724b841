using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>The experts that a keeper may invite: those of units in reach and of those above.</summary>
public sealed class LecturersQuery(Db db, Scope scope, DayClock clock)
{
    private const int MostNames = 200;

    public async Task<LecturersPage> RunAsync(LecturersFilter filter, CancellationToken cancel)
    {
        var found = Rows(Seen(filter), filter);
        var pages = Pages.Of(filter.Page, await found.CountAsync(cancel));
        return new LecturersPage(filter, await found.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel), pages);
    }

    public async Task<IReadOnlyList<LecturersPage.Row>> ExportAsync(LecturersFilter filter, CancellationToken cancel) => await Rows(Seen(filter), filter).ToListAsync(cancel);

    /// <summary>Names to offer in the form of a session.</summary>
    public Task<List<string>> NamesAsync(CancellationToken cancel) =>
        Seen(new LecturersFilter()).Where(one => !one.IsRetired).OrderBy(one => one.Name).Select(one => one.Unit == "" ? one.Name : one.Unit + " " + one.Name).Take(MostNames).ToListAsync(cancel);

    /// <summary>An expert whom the current person may change; null when there is none.</summary>
    public Task<Lecturer?> FindAsync(Guid id, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManageSessions);
        return db.Lecturers.SingleOrDefaultAsync(one => one.Id == id && reach.Contains(one.OrganizationId), cancel);
    }

    private IQueryable<Lecturer> Seen(LecturersFilter filter)
    {
        var (today, reach, typed) = (clock.Today, scope.Organizations(Capability.ManageSessions), filter.Q);
        var found = db.Lecturers.AsNoTracking().Where(one => db.OrganizationPaths.Any(path =>
            path.SupersededAt == null && path.From <= today && today <= path.Until
            && ((path.AncestorId == one.OrganizationId && reach.Contains(path.DescendantId)) || (path.DescendantId == one.OrganizationId && path.Depth == 0 && reach.Contains(path.DescendantId)))));
        found = filter.Domain is { } domain ? found.Where(one => (one.Domains & domain) != ExpertDomain.None) : found;
        return typed is null ? found : found.Where(one => one.Name.Contains(typed) || one.Unit.Contains(typed) || one.Title.Contains(typed));
    }

    private IQueryable<LecturersPage.Row> Rows(IQueryable<Lecturer> lecturers, LecturersFilter filter)
    {
        var reach = scope.Organizations(Capability.ManageSessions);
        var rows = lecturers.Select(one => new
        {
            Lecturer = one,
            OwnerName = db.Organizations.Where(unit => unit.Id == one.OrganizationId).Select(unit => unit.Name).First(),
            Held = db.TrainingSessions.Count(session => session.Lecturer.Contains(one.Name) && session.Standing != SessionStanding.Cancelled && reach.Contains(session.OrganizationId)),
            MayChange = reach.Contains(one.OrganizationId),
        });
        var ordered = filter.Order switch
        {
            (LecturerSort.Unit, var isDown) => rows.OrderBy(row => row.Lecturer.Unit, isDown),
            (LecturerSort.Held, var isDown) => rows.OrderBy(row => row.Held, isDown),
            (_, var isDown) => rows.OrderBy(row => row.Lecturer.Name, isDown),
        };
        return ordered.ThenBy(row => row.Lecturer.Id).Select(row => new LecturersPage.Row(row.Lecturer, row.OwnerName, row.Held, row.MayChange));
    }
}
