using Microsoft.EntityFrameworkCore;
using TrainingHub.Certificates;
using TrainingHub.Completions;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Sessions.Papers;

/// <summary>Grades a paper of a closed session with corrected answers, and finds what in the ledger then says something else. Writes nothing.</summary>
public sealed class ForeseeCorrection(
    Db db, QuestionShelf questionShelf, CorrectedQuestions corrected, CorrectionQuery corrections, SubmitAttempt submit, EnterPapers papers, EnterGuests guests)
{
    /// <param name="session">Closed.</param>
    /// <param name="opened">With what was typed in of it before.</param>
    /// <param name="attempt">What the paper became; null of a guest, and where it was not sat.</param>
    /// <param name="sheet">The corrected answers; graded here.</param>
    /// <param name="why">Who corrects it, and the reason.</param>
    /// <param name="cancel">Ends it.</param>
    internal async Task<ForeseenCorrection> RunAsync(TrainingSession session, OpenedPaper opened, Attempt? attempt, Func<int, PaperSheet> sheet, Lapse why, CancellationToken cancel)
    {
        var (paper, last) = (opened.Paper, opened.Last ?? throw new InvalidOperationException("Nothing was typed in of the paper."));
        var shown = await questionShelf.QuestionsAsync([.. opened.Items.Select(item => item.QuestionHash)], cancel);
        var log = PaperSheet.LogOf([.. opened.Sheets, sheet(0)]);
        var graded = GradedPaper.Of(opened.Items, await corrected.InAsync(paper.QuizSlug, shown, cancel), log);
        var absent = sheet(0).Means is PaperMeans.Absent;
        var foreseen = new ForeseenCorrection
        {
            Sheet = sheet(graded.Points),
            Log = log,
            Graded = graded,
            Before = attempt is not null ? (attempt.Points ?? 0, attempt.Passed is true) : (last.Points, last.Means is not PaperMeans.Absent && paper.IsPass(last.Points)),
            After = (graded.Points, !absent && paper.IsPass(graded.Points)),
        };
        var halves = await db.SessionHalfDays.AsNoTracking().Where(half => half.SessionId == session.Id).ToListAsync(cancel);
        var marks = await db.Attendances.AsNoTracking().Where(one => one.ParticipantId == paper.ParticipantId).ToListAsync(cancel);
        var attended = SessionCredit.Of(session.TermsWith(halves), marks.Select(one => one.Marks));
        return opened.PersonId is { } personId
            ? await OfPersonAsync(session, paper, personId, attempt, attended, foreseen, why, cancel)
            : await OfGuestAsync(session, paper, attended, foreseen, cancel);
    }

    private async Task<ForeseenCorrection> OfPersonAsync(
        TrainingSession session, SessionPaper paper, Guid personId, Attempt? attempt, SessionCredit attended, ForeseenCorrection foreseen, Lapse why, CancellationToken cancel)
    {
        var (points, passes) = foreseen.After;
        var evidence = await db.EvidenceOfSessionAsync(session.OrganizationId, session.LastDay, cancel);
        var (begins, ends) = await papers.LastHalfAsync(session.Id, cancel);
        var alone = (await submit.AtSessionAsync([attempt ?? paper.AttemptOf(personId, 1, begins, ends)], evidence, cancel))[0] with { Points = points };
        var credit = attended.After(passes);
        var correction = new PaperCorrection
        {
            PersonId = personId,
            SessionId = session.Id,
            AttemptId = paper.Id,
            WasPassed = foreseen.Before.Passed,
            HasPassedOtherwise = await db.Attempts.AnyAsync(other => other.PersonId == personId && other.QuizSlug == paper.QuizSlug && other.Id != paper.Id && other.Passed == true, cancel),
            Revoked = await OtherwiseRevoked(paper).Join(
                db.TrainingRecords.Where(record => record.PersonId == personId && (record.SessionId == paper.SessionId || record.AttemptId == paper.Id)),
                revocation => revocation.RecordId, record => record.Id, (_, record) => record.ProgrammeId).ToHashSetAsync(cancel),
            Session = session.ProgrammeId is { } programmeId && credit.IsEnough
                ? (programmeId, alone with { QuizSlug = "", CourseSlug = session.CourseSlug, CourseHash = "", CreditMinutes = credit.CreditMinutes, Day = session.LastDay, SessionId = session.Id, SessionClosing = -foreseen.Sheet.Number })
                : null,
            Paper = passes ? alone : null,
            Why = why,
        };
        var plan = await corrections.RunAsync(correction, cancel);
        return foreseen with
        {
            Correction = correction,
            Revokes = await NamedAsync(plan.Revokes, cancel),
            Appends = [.. plan.Appends.Select(entry => (entry.Programme.Name, entry.Programme.NameEn))],
        };
    }

    private async Task<ForeseenCorrection> OfGuestAsync(TrainingSession session, SessionPaper paper, SessionCredit attended, ForeseenCorrection foreseen, CancellationToken cancel)
    {
        if (await guests.RuleAsync(session, cancel) is not { } rule)
        {
            return foreseen;
        }

        var (points, passes) = foreseen.After;
        var (standing, credit) = ((await guests.StandingAsync([paper.ParticipantId], cancel)).GetValueOrDefault(paper.ParticipantId), attended.OfGuestAfter(passes));
        var wasRevoked = await OtherwiseRevoked(paper).AnyAsync(revocation => db.Certificates.Any(certificate => certificate.PersonId == paper.ParticipantId && certificate.RecordId == revocation.RecordId), cancel);
        var effect = CorrectionEffect.Of(credit.IsEnough, foreseen.Before.Passed, wasRevoked, standing is not null, standing is null || (standing.Points == points && standing.CreditMinutes == credit.CreditMinutes));
        var name = await db.Participants.Where(one => one.Id == paper.ParticipantId).Select(one => one.GuestName).SingleAsync(cancel);
        return foreseen with
        {
            RevokedOfGuest = effect.Revokes ? standing : null,
            IssuedToGuest = effect.Appends ? (new GuestCompletion(paper.ParticipantId, name ?? "", credit.CreditMinutes, points, paper.FullPoints), rule) : null,
        };
    }

    /// <summary>Neither by a correction of this paper nor by closing its session again, which enters anew what is right.</summary>
    private IQueryable<Revocation> OtherwiseRevoked(SessionPaper paper) => db.Revocations.Where(revocation =>
        !db.PaperSheets.Any(sheet => sheet.PaperId == paper.Id && sheet.EnteredBy == revocation.RecordedBy && sheet.Reason == revocation.Reason)
        && !db.SessionChanges.Any(change => change.SessionId == paper.SessionId && change.Kind == SessionChangeKind.Reopened && change.Reason == revocation.Reason));

    private async Task<IReadOnlyList<(string Name, string NameEn, string? Serial)>> NamedAsync(IReadOnlyList<TrainingRecord> records, CancellationToken cancel)
    {
        var ids = records.Select(record => record.Id).ToList();
        var rows = await (
            from record in db.TrainingRecords
            where ids.Contains(record.Id)
            join programme in db.Programmes on record.ProgrammeId equals programme.Id
            orderby record.ProgrammeId
            select new { programme.Name, programme.NameEn, Serial = db.Certificates.Where(certificate => certificate.RecordId == record.Id).Select(certificate => certificate.Serial).FirstOrDefault() }).ToListAsync(cancel);
        return rows.ConvertAll(row => (row.Name, row.NameEn, (string?)row.Serial));
    }
}
