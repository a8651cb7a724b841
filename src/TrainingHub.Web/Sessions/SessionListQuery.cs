using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>Sessions of a person, and of the units whose sessions they keep.</summary>
public sealed class SessionListQuery(Db db, Scope scope, CurrentPerson current, OwnSessionsQuery own, DayClock clock)
{
    public async Task<SessionsPage> RunAsync(Guid personId, SessionsFilter filter, CancellationToken cancel) =>
        new(await own.AllAsync(personId, cancel), await current.MayAsync(Capability.ManageSessions) ? await KeptAsync(filter, cancel) : null);

    public async Task<IReadOnlyList<SessionsPage.Row>> ExportAsync(SessionsFilter filter, CancellationToken cancel) =>
        await Rows(InOrder(Kept(filter), OrderOf(filter))).ToListAsync(cancel);

    private async Task<SessionsPage.KeptSessions> KeptAsync(SessionsFilter filter, CancellationToken cancel)
    {
        var (kept, order) = (Kept(filter), OrderOf(filter));
        var pages = Pages.Of(filter.Page, await kept.CountAsync(cancel));
        var rows = await Rows(InOrder(kept, order).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)).ToListAsync(cancel);
        return new SessionsPage.KeptSessions(filter, rows, pages, order);
    }

    private static (SessionSort Column, bool IsDown) OrderOf(SessionsFilter filter) => Sorting.Of(filter.Sort, SessionSort.Day, isOtherwiseDown: true);

    private IQueryable<TrainingSession> Kept(SessionsFilter filter)
    {
        var reach = scope.Organizations(Capability.ManageSessions);
        var found = db.TrainingSessions.AsNoTracking().Where(session => reach.Contains(session.OrganizationId));
        found = filter.Kind is { } kind ? found.Where(session => session.Kind == kind) : found;
        found = filter.Standing is { } standing ? found.Where(session => session.Standing == standing) : found;
        found = filter.From is { } from ? found.Where(session => session.LastDay >= from) : found;
        found = filter.Until is { } until ? found.Where(session => session.LastDay <= until) : found;
        if (filter.Organization is { } named)
        {
            var (code, today) = (named.ToUpperInvariant(), clock.Today);
            found = found.Where(session => db.OrganizationPaths.Any(path => path.DescendantId == session.OrganizationId && path.SupersededAt == null && path.From <= today && today <= path.Until
                && db.Organizations.Any(unit => unit.Id == path.AncestorId && (unit.Code == code || unit.Name == named))));
        }

        return filter.Q is { } typed ? found.Where(session => session.Title.Contains(typed) || session.Place.Contains(typed) || session.Lecturer.Contains(typed)) : found;
    }

    private IQueryable<TrainingSession> InOrder(IQueryable<TrainingSession> sessions, (SessionSort Column, bool IsDown) order) => (order switch
    {
        (SessionSort.Title, var isDown) => sessions.OrderBy(session => session.Title, isDown),
        (SessionSort.Kind, var isDown) => sessions.OrderBy(session => session.Kind, isDown),
        (SessionSort.Owner, var isDown) => sessions.OrderBy(session => db.Organizations.Where(unit => unit.Id == session.OrganizationId).Select(unit => unit.Name).First(), isDown),
        (SessionSort.Standing, var isDown) => sessions.OrderBy(session => session.Standing, isDown),
        (_, var isDown) => sessions.OrderBy(session => session.FirstDay, isDown),
    }).ThenBy(session => session.SeriesId).ThenBy(session => session.Batch).ThenBy(session => session.Id);

    private IQueryable<SessionsPage.Row> Rows(IQueryable<TrainingSession> sessions) => sessions.Select(session => new SessionsPage.Row
    {
        Code = session.Code,
        Title = session.Title,
        Batch = session.Batch,
        Kind = session.Kind,
        OwnerName = db.Organizations.Where(unit => unit.Id == session.OrganizationId).Select(unit => unit.Name).First(),
        Place = session.Place,
        Lecturer = session.Lecturer,
        Standing = session.Standing,
        FirstDay = session.FirstDay,
        LastDay = session.LastDay,
        Seats = session.Seats,
        Called = db.Participants.Count(one => one.SessionId == session.Id && (one.State == ParticipantState.Called || one.State == ParticipantState.Accepted)),
        Came = db.Participants.Count(one => one.SessionId == session.Id && db.Attendances.Any(came => came.ParticipantId == one.Id && came.ArrivedAt != null)),
    });
}
