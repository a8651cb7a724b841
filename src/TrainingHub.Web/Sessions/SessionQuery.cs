using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>One session, for who is called and for who keeps it; null for everybody else.</summary>
public sealed class SessionQuery(Db db, FindSession find, AttendanceQuery attendance, CourseShelf shelf, HallSeal seal, CurrentPerson current, DayClock clock)
{
    private const int MostChanges = 50;

    public async Task<SessionPage?> RunAsync(string code, CancellationToken cancel)
    {
        var kept = await current.MayAsync(Capability.ManageSessions) ? await find.KeptAsync(code, cancel) : null;
        if ((kept ?? await find.CalledAsync(code, cancel)) is not { } session)
        {
            return null;
        }

        var (halves, personId) = (await find.HalfDaysAsync(session.Id, cancel), current.Id);
        var own = await db.Participants.AsNoTracking().SingleOrDefaultAsync(one => one.SessionId == session.Id && one.PersonId == personId, cancel);
        var marks = own is null ? [] : await db.Attendances.AsNoTracking().Where(one => one.ParticipantId == own.Id).ToListAsync(cancel);
        var programme = await db.Programmes.Where(one => one.Id == session.ProgrammeId).Select(one => new { one.Name, one.NameEn }).SingleOrDefaultAsync(cancel);
        var course = session.CourseSlug.Length > 0 ? await shelf.FindAsync(session.CourseSlug, cancel) : null;
        return new SessionPage
        {
            Session = session,
            HalfDays = halves,
            OwnerName = await db.Organizations.Where(unit => unit.Id == session.OrganizationId).Select(unit => unit.Name).SingleAsync(cancel),
            Programme = programme is null ? null : (programme.Name, programme.NameEn),
            Course = course is null ? null : (course.Slug, course.Manifest.Title, course.Manifest.TitleEn),
            Own = own,
            OwnMarks = marks.ToDictionary(one => one.HalfDay, one => one.Marks),
            MayAnswer = own is not null && session.Standing is SessionStanding.Planned && clock.InZone(clock.Now) < halves[0].Day.ToDateTime(halves[0].Begins),
            HasTicket = session.Standing is SessionStanding.Planned && seal.TicketFor(session.Id, clock.Now) is not null,
            CancelReason = session.Standing is SessionStanding.Cancelled
                ? await db.SessionChanges.Where(change => change.SessionId == session.Id && change.Kind == SessionChangeKind.Cancelled).Select(change => change.Reason).FirstOrDefaultAsync(cancel)
                : null,
            Kept = kept is null ? null : await KeepingAsync(session, halves, cancel),
        };
    }

    private async Task<SessionPage.Keeping> KeepingAsync(TrainingSession session, List<SessionHalfDay> halves, CancellationToken cancel)
    {
        var counts = await db.Attendances.Where(one => one.SessionId == session.Id && one.ArrivedAt != null).GroupBy(one => one.HalfDay)
            .Select(group => new { group.Key, Came = group.Count(), Ended = group.Count(one => one.EndedAt != null) }).ToDictionaryAsync(row => row.Key, cancel);
        var batches = await db.TrainingSessions.Where(one => one.SeriesId == session.SeriesId).OrderBy(one => one.Batch).Select(one => new { one.Code, one.Batch, one.FirstDay, one.Standing }).ToListAsync(cancel);
        var changes = await (
            from change in db.SessionChanges.AsNoTracking()
            where change.SessionId == session.Id
            orderby change.At descending, change.Id descending
            select new { change.At, change.Kind, change.Reason, By = db.People.Where(person => person.Id == change.By && person.AnonymizedAt == null).Select(person => person.Name).FirstOrDefault() }).Take(MostChanges).ToListAsync(cancel);
        return new SessionPage.Keeping
        {
            States = await attendance.StatesAsync(session.Id, cancel),
            Attendance = halves.ToDictionary(half => half.Number, half => counts.GetValueOrDefault(half.Number) is { } row ? (row.Came, row.Ended) : (0, 0)),
            Batches = [.. batches.Select(one => (one.Code, one.Batch, one.FirstDay, one.Standing))],
            Files = await db.SessionFiles.AsNoTracking().Where(file => file.SessionId == session.Id && file.RemovedAt == null).OrderBy(file => file.UploadedAt).ToListAsync(cancel),
            Changes = [.. changes.Select(change => (clock.InZone(change.At), change.By, change.Kind, change.Reason))],
            Gain = session.PreQuizSlug.Length > 0 && session.PostQuizSlug.Length > 0 ? await GainAsync(session, cancel) : null,
            Records = await db.TrainingRecords.CountAsync(record => record.SessionId == session.Id && !db.Revocations.Any(revocation => revocation.RecordId == record.Id), cancel),
            MayReopen = session.Standing is SessionStanding.Closed && await find.KeptAsync(session.Code, Capability.RevokeRecords, cancel) is not null,
        };
    }

    // Of each quiz the first graded attempt: another one would have learnt from it.
    private async Task<SessionGain> GainAsync(TrainingSession session, CancellationToken cancel)
    {
        var (before, after) = (session.PreQuizSlug, session.PostQuizSlug);
        var attempts = await db.Attempts.AsNoTracking()
            .Where(attempt => (attempt.QuizSlug == before || attempt.QuizSlug == after) && attempt.Points != null && db.Participants.Any(one => one.SessionId == session.Id && one.PersonId == attempt.PersonId))
            .OrderBy(attempt => attempt.Number).Select(attempt => new { attempt.PersonId, attempt.QuizSlug, attempt.Points, attempt.FullPoints }).ToListAsync(cancel);
        var first = attempts.Where(attempt => string.Equals(attempt.QuizSlug, before, StringComparison.Ordinal)).DistinctBy(attempt => attempt.PersonId);
        var later = attempts.Where(attempt => string.Equals(attempt.QuizSlug, after, StringComparison.Ordinal)).DistinctBy(attempt => attempt.PersonId).ToDictionary(attempt => attempt.PersonId);
        return SessionGain.Of([.. first.Where(one => later.ContainsKey(one.PersonId)).Select(one => (one.Points ?? 0, one.FullPoints, later[one.PersonId].Points ?? 0, later[one.PersonId].FullPoints))]);
    }
}
