using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>The sessions to which a person is called.</summary>
public sealed class OwnSessionsQuery(Db db, DayClock clock)
{
    private const int Most = 100;

    /// <summary>Those that are not over, the next first; cancelled ones too, so that nobody travels in vain.</summary>
    public async Task<IReadOnlyList<OwnSession>> AheadAsync(Guid personId, CancellationToken cancel)
    {
        var today = clock.Today;
        return await ReadAsync(personId, db.TrainingSessions.Where(session => session.LastDay >= today && session.Standing != SessionStanding.Closed), cancel);
    }

    /// <summary>All, those ahead first and then the latest.</summary>
    public async Task<IReadOnlyList<OwnSession>> AllAsync(Guid personId, CancellationToken cancel) =>
        [.. (await ReadAsync(personId, db.TrainingSessions, cancel)).OrderBy(session => session.LastDay < clock.Today).ThenBy(session => session.LastDay < clock.Today ? -session.LastDay.DayNumber : session.LastDay.DayNumber)];

    private async Task<List<OwnSession>> ReadAsync(Guid personId, IQueryable<TrainingSession> sessions, CancellationToken cancel)
    {
        var rows = await (
            from own in db.Participants.AsNoTracking()
            where own.PersonId == personId
            join session in sessions on own.SessionId equals session.Id
            orderby session.LastDay descending
            select new { own, session, Attended = db.Attendances.Count(one => one.ParticipantId == own.Id && one.ArrivedAt != null) }).Take(Most).ToListAsync(cancel);
        if (rows.Count is 0)
        {
            return [];
        }

        var ids = rows.ConvertAll(row => row.session.Id);
        var halves = (await db.SessionHalfDays.AsNoTracking().Where(half => ids.Contains(half.SessionId)).OrderBy(half => half.Number).ToListAsync(cancel)).ToLookup(half => half.SessionId, half => half.Span);
        return [.. rows.Select(row => new OwnSession
        {
            Code = row.session.Code,
            Title = row.session.Title,
            Batch = row.session.Batch,
            Kind = row.session.Kind,
            Place = row.session.Place,
            Standing = row.session.Standing,
            LastDay = row.session.LastDay,
            Next = halves[row.session.Id].FirstOrDefault(half => half.Day >= clock.Today) ?? halves[row.session.Id].Last(),
            State = row.own.State,
            IsMoved = row.session.MovedAt is { } moved && moved > (row.own.AnsweredAt ?? row.own.CalledAt),
            Attended = row.Attended,
        }).OrderBy(session => session.Next.Day).ThenBy(session => session.Next.Begins)];
    }
}
