using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Papers;

/// <summary>The papers and certificates of a session, for its keeper.</summary>
public sealed class PapersQuery(Db db, AttendanceQuery attendance, SessionQuizQuery quizzes, DrawPapers draw, QuizReleases releases, QuizReach reach, CurrentPerson current, DayClock clock)
{
    public async Task<PapersPage> RunAsync(TrainingSession session, ParticipantsFilter filter, CancellationToken cancel)
    {
        var (rows, pages) = await attendance.PageAsync(session.Id, filter, cancel);
        var shown = rows.ConvertAll(row => row.ParticipantId);
        var papers = await db.SessionPapers.AsNoTracking().Where(paper => shown.Contains(paper.ParticipantId)).ToDictionaryAsync(paper => paper.ParticipantId, cancel);
        var paperIds = papers.Values.Select(paper => paper.Id).ToList();
        var sheets = await (
            from sheet in db.PaperSheets.AsNoTracking()
            where paperIds.Contains(sheet.PaperId) && !db.PaperSheets.Any(later => later.PaperId == sheet.PaperId && later.Number > sheet.Number)
            select new { Sheet = sheet, By = db.People.Where(person => person.Id == sheet.EnteredBy && person.AnonymizedAt == null).Select(person => person.Name).FirstOrDefault() })
            .ToDictionaryAsync(one => one.Sheet.PaperId, cancel);
        var issued = await IssuedAsync(session.Id, shown, [.. rows.Select(row => row.PersonId).OfType<Guid>()], cancel);
        var quiz = await quizzes.RunAsync(session, cancel);
        var personId = current.Id;
        var (hasWritten, isMarkedTwice) = quiz is not null && session.Standing is SessionStanding.Planned ? await draw.MarkingAsync(quiz, cancel) : (false, false);
        return new PapersPage
        {
            Session = session,
            Quiz = quiz,
            Filter = filter,
            Pages = pages,
            Rows = rows.ConvertAll(row =>
            {
                var paper = papers.GetValueOrDefault(row.ParticipantId);
                var last = paper is null ? null : sheets.GetValueOrDefault(paper.Id);
                return new PapersPage.Row(
                    row, paper, last?.Sheet, last is null ? null : clock.InZone(last.Sheet.EnteredAt), last?.By, issued.GetValueOrDefault(row.PersonId ?? row.ParticipantId), row.PersonId == personId);
            }),
            Without = await db.Participants.CountAsync(one => one.SessionId == session.Id && (one.State == ParticipantState.Called || one.State == ParticipantState.Accepted)
                && !db.SessionPapers.Any(paper => paper.ParticipantId == one.Id), cancel),
            Drawn = await db.SessionPapers.CountAsync(paper => paper.SessionId == session.Id, cancel),
            Typed = await db.SessionPapers.CountAsync(paper => paper.SessionId == session.Id && db.PaperSheets.Any(sheet => sheet.PaperId == paper.Id), cancel),
            ShowsPoints = await MayShowPointsAsync(session, quiz?.Slug, cancel),
            HasWritten = hasWritten,
            IsMarkedTwice = isMarkedTwice,
            MayReadKeys = quiz is not null && await MayReadKeysAsync(session, quiz.Slug, cancel),
        };
    }

    /// <summary>Points show only when the session is closed: before that, whoever types a paper in could try which answers are right.</summary>
    private async Task<bool> MayShowPointsAsync(TrainingSession session, string? slug, CancellationToken cancel) =>
        session.Standing is SessionStanding.Closed && (slug is null || (await releases.OfAsync(slug, cancel)).Score);

    /// <summary>
    /// Keys never leave early: only for who answers for the quiz, after the session is closed, once the quiz has released its answers, and not while
    /// the reader is answering one of its questions.
    /// </summary>
    public async Task<bool> MayReadKeysAsync(TrainingSession session, string slug, CancellationToken cancel) =>
        session.Standing is SessionStanding.Closed && (await releases.OfAsync(slug, cancel)).Answers && await reach.IsOwnAsync(slug, cancel);

    /// <summary>The certificate that the session led to, by person or, for guests, by row of the list: that in force, else the last one that was revoked.</summary>
    private async Task<Dictionary<Guid, PapersPage.Issued>> IssuedAsync(Guid sessionId, List<Guid> participants, List<Guid> people, CancellationToken cancel)
    {
        var found = await (
            from certificate in db.Certificates
            where participants.Contains(certificate.PersonId)
                || (people.Contains(certificate.PersonId) && db.TrainingRecords.Any(record => record.Id == certificate.RecordId && record.SessionId == sessionId))
            select new { certificate.PersonId, certificate.Serial, certificate.RecordedAt, IsRevoked = db.Revocations.Any(revocation => revocation.RecordId == certificate.RecordId) }).ToListAsync(cancel);
        return found.OrderBy(one => one.IsRevoked).ThenByDescending(one => one.RecordedAt).DistinctBy(one => one.PersonId).ToDictionary(one => one.PersonId, one => new PapersPage.Issued(one.Serial, one.IsRevoked));
    }
}
