using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>What closing a session would enter, and whether it may be closed.</summary>
public sealed class ClosingQuery(Db db, AttendanceQuery attendance, DayClock clock)
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
            await db.SessionFiles.AnyAsync(file => file.SessionId == session.Id && file.RemovedAt == null, cancel));
    }

    public async Task<ClosingPage> RunAsync(TrainingSession session, CancellationToken cancel)
    {
        var halves = await db.SessionHalfDays.AsNoTracking().Where(half => half.SessionId == session.Id).OrderBy(half => half.Number).ToListAsync(cancel);
        var (terms, rows) = (session.TermsWith(halves), await attendance.AllAsync(session.Id, cancel));
        var programme = await db.Programmes.Where(one => one.Id == session.ProgrammeId).Select(one => new { one.Name, one.NameEn }).SingleOrDefaultAsync(cancel);
        var passed = await PassedAsync(session.Id, cancel);
        return new ClosingPage
        {
            Session = session,
            HalfDays = halves,
            Programme = programme is null ? null : (programme.Name, programme.NameEn),
            Standing = await StandingAsync(session, cancel),
            Rows = [.. rows.Select(row => RowOf(row, SessionCredit.Of(terms, row.Marks.Values), passed.TryGetValue(row.ParticipantId, out var isPass) ? isPass : null))],
            Records = await db.TrainingRecords.CountAsync(record => record.SessionId == session.Id && !db.Revocations.Any(revocation => revocation.RecordId == record.Id), cancel),
            AttendedBy = halves.ToDictionary(half => half.Number, half => rows.Count(row => Attendance.Counts(row.Marks.GetValueOrDefault(half.Number), session.AsksSecondScan))),
        };
    }

    private static ClosingPage.Row RowOf(AttendanceRow row, SessionCredit credit, bool? passed) => new(row, row.IsGuest ? credit.OfGuestAfter(passed) : credit.After(passed), passed);

    private async Task<Dictionary<Guid, bool>> PassedAsync(Guid sessionId, CancellationToken cancel)
    {
        var sheets = await (
            from paper in db.SessionPapers.AsNoTracking()
            where paper.SessionId == sessionId
            join sheet in db.PaperSheets on paper.Id equals sheet.PaperId
            where !db.PaperSheets.Any(later => later.PaperId == sheet.PaperId && later.Number > sheet.Number)
            select new { Paper = paper, sheet.Points }).ToListAsync(cancel);
        return sheets.ToDictionary(one => one.Paper.ParticipantId, one => one.Paper.IsPass(one.Points));
    }
}
