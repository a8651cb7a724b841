using Microsoft.EntityFrameworkCore;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>What closing a session would enter, and whether it may be closed.</summary>
public sealed class ClosingQuery(Db db, AttendanceQuery attendance, QuizReleases releases, DayClock clock)
{
    public async Task<ClosingStanding> StandingAsync(TrainingSession session, CancellationToken cancel)
    {
        var (today, day, programmeId) = (clock.Today, session.LastDay, session.ProgrammeId);
        var ends = await db.SessionHalfDays.Where(half => half.SessionId == session.Id).OrderByDescending(half => half.Number).Select(half => new { half.Day, half.Ends }).FirstAsync(cancel);
        var targetRules = db.TargetRules.On(today);
        var cutOffs = programmeId is null
            ? []
            : await db.CoverageTargets.Where(target => target.ProgrammeId == programmeId).Join(targetRules, target => target.Id, rule => rule.TargetId, (target, rule) => rule.CutOffDay).Distinct().ToListAsync(cancel);
        var isInCycle = programmeId is null || await db.ProgrammeRules.On(day).AnyAsync(rule => rule.ProgrammeId == programmeId && rule.CycleFrom <= day && day <= rule.CycleUntil, cancel);
        return new ClosingStanding(
            clock.InZone(clock.Now) >= ends.Day.ToDateTime(ends.Ends),
            isInCycle,
            programmeId is not null && LateEntry.NeedsApproval(day, today, cutOffs),
            await db.SessionFiles.AnyAsync(file => file.SessionId == session.Id && file.RemovedAt == null, cancel),
            await db.SessionPapers.CountAsync(paper => paper.SessionId == session.Id && !db.PaperSheets.Any(sheet => sheet.PaperId == paper.Id && !sheet.WaitsForMarks && !db.PaperSheets.Any(later => later.PaperId == sheet.PaperId && later.Number > sheet.Number))
                && db.Attendances.Any(one => one.ParticipantId == paper.ParticipantId && one.ArrivedAt != null), cancel),
            session is { Kind: SessionKind.Meeting, Minutes.Length: 0 }
                && !await db.SessionFiles.AnyAsync(file => file.SessionId == session.Id && file.RemovedAt == null && file.Kind == SessionFileKind.Document, cancel));
    }

    public async Task<ClosingPage> RunAsync(TrainingSession session, CancellationToken cancel)
    {
        var halves = await db.SessionHalfDays.AsNoTracking().Where(half => half.SessionId == session.Id).OrderBy(half => half.Number).ToListAsync(cancel);
        var (terms, rows) = (session.TermsWith(halves), await attendance.AllAsync(session.Id, cancel));
        var programme = await db.Programmes.Where(one => one.Id == session.ProgrammeId).Select(one => new { one.Name, one.NameEn }).SingleOrDefaultAsync(cancel);
        var (results, barred) = (await ResultsAsync(session, cancel), session.Closing > 0 ? await db.BarredAsync(session, cancel) : []);
        return new ClosingPage
        {
            Session = session,
            HalfDays = halves,
            Programme = programme is null ? null : (programme.Name, programme.NameEn),
            Standing = await StandingAsync(session, cancel),
            Rows = [.. rows.Select(row => RowOf(row, SessionCredit.Of(terms, row.Marks.Values), results.TryGetValue(row.ParticipantId, out var passed), passed) with { IsBarred = barred.Contains(row.PersonId ?? row.ParticipantId) })],
            Records = await db.TrainingRecords.CountAsync(record => record.SessionId == session.Id && !db.Revocations.Any(revocation => revocation.RecordId == record.Id), cancel),
            AttendedBy = halves.ToDictionary(half => half.Number, half => rows.Count(row => Attendance.Counts(row.Marks.GetValueOrDefault(half.Number), session.AsksSecondScan))),
        };
    }

    private static ClosingPage.Row RowOf(AttendanceRow row, SessionCredit credit, bool isExamined, bool? passed) =>
        isExamined && passed is null ? new ClosingPage.Row(row, credit, passed) { IsHeld = true }
        : new ClosingPage.Row(row, row.IsGuest ? credit.OfGuestAfter(passed) : credit.After(passed), passed);

    /// <summary>By row of the list, of whoever was examined; null while it is not to be told: before the session is closed it would tell who types which answers are right.</summary>
    private async Task<Dictionary<Guid, bool?>> ResultsAsync(TrainingSession session, CancellationToken cancel)
    {
        var sheets = await (
            from paper in db.SessionPapers.AsNoTracking()
            where paper.SessionId == session.Id
            join sheet in db.PaperSheets on paper.Id equals sheet.PaperId
            where !db.PaperSheets.Any(later => later.PaperId == sheet.PaperId && later.Number > sheet.Number)
            select new { Paper = paper, sheet.Points, sheet.Means }).ToListAsync(cancel);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var slug in session.Standing is SessionStanding.Closed ? sheets.Select(one => one.Paper.QuizSlug).Distinct(StringComparer.Ordinal) : [])
        {
            if ((await releases.OfAsync(slug, cancel)).Score)
            {
                told.Add(slug);
            }
        }

        return sheets.ToDictionary(one => one.Paper.ParticipantId, bool? (one) => one.Means is PaperMeans.Absent ? false : told.Contains(one.Paper.QuizSlug) ? one.Paper.IsPass(one.Points) : null);
    }
}
