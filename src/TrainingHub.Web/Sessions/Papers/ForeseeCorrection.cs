using Microsoft.EntityFrameworkCore;
using TrainingHub.Certificates;
using TrainingHub.Completions;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Sessions.Papers;

/// <summary>Grades a paper of a closed session with corrected answers, and finds what the ledger is told then. Writes nothing.</summary>
public sealed class ForeseeCorrection(
    Db db, QuestionShelf questionShelf, CorrectedQuestions corrected, SubmitAttempt submit, EnterPapers papers, EnterGuests guests)
{
    /// <summary>What was given for written answers, read against their rubrics.</summary>
    internal async Task<PaperMarks> MarksAsync(OpenedPaper opened, SheetWish wish, CancellationToken cancel) =>
        PaperMarks.Of(opened.Items, await QuestionsAsync(opened, cancel), opened.Given(wish.Answers, wish.Marks), wish.Marks);

    /// <param name="session">Closed.</param>
    /// <param name="opened">With what was typed in of it before.</param>
    /// <param name="attempt">What the paper became; null of a guest, and where it was not sat.</param>
    /// <param name="sheet">The corrected answers; graded here.</param>
    /// <param name="why">Who corrects it, and the reason.</param>
    /// <param name="cancel">Ends it.</param>
    internal async Task<ForeseenCorrection> RunAsync(TrainingSession session, OpenedPaper opened, Attempt? attempt, Func<int, PaperSheet> sheet, Lapse why, CancellationToken cancel)
    {
        var (paper, last) = (opened.Paper, opened.Last ?? throw new InvalidOperationException("Nothing was typed in of the paper."));
        var (questions, wished) = (await QuestionsAsync(opened, cancel), sheet(0));
        var log = PaperSheet.LogOf([.. opened.Sheets, wished]);
        var graded = GradedPaper.Of(opened.Items, questions, log, PaperMarks.Of(opened.Items, questions, wished.Answers, wished.Marks).Points);
        var absent = wished.Means is PaperMeans.Absent;
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

    private async Task<IReadOnlyDictionary<string, QuestionVersion>> QuestionsAsync(OpenedPaper opened, CancellationToken cancel) =>
        await corrected.InAsync(opened.Paper.QuizSlug, await questionShelf.QuestionsAsync([.. opened.Items.Select(item => item.QuestionHash)], cancel), cancel);

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
            Revoked = await db.RevokedByHand().Join(
                db.TrainingRecords.Where(record => record.PersonId == personId && (record.SessionId == paper.SessionId || record.AttemptId == paper.Id)),
                revocation => revocation.RecordId, record => record.Id, (_, record) => record.ProgrammeId).ToHashSetAsync(cancel),
            Session = session.ProgrammeId is { } programmeId && credit.IsEnough
                ? (programmeId, alone with { QuizSlug = "", CourseSlug = session.CourseSlug, CourseHash = "", CreditMinutes = credit.CreditMinutes, Day = session.LastDay, SessionId = session.Id, SessionClosing = -foreseen.Sheet.Number })
                : null,
            Paper = passes ? alone : null,
            Why = why,
        };
        return foreseen with { Correction = correction };
    }

    private async Task<ForeseenCorrection> OfGuestAsync(TrainingSession session, SessionPaper paper, SessionCredit attended, ForeseenCorrection foreseen, CancellationToken cancel)
    {
        if (await guests.RuleAsync(session, cancel) is not { } rule)
        {
            return foreseen;
        }

        var (points, passes) = foreseen.After;
        var (standing, credit) = ((await guests.StandingAsync([paper.ParticipantId], cancel)).GetValueOrDefault(paper.ParticipantId), attended.OfGuestAfter(passes));
        var wasRevoked = await db.RevokedByHand().AnyAsync(revocation => db.Certificates.Any(certificate => certificate.PersonId == paper.ParticipantId && certificate.RecordId == revocation.RecordId), cancel);
        var effect = CorrectionEffect.Of(credit.IsEnough, foreseen.Before.Passed, wasRevoked, standing is not null, standing is null || (standing.Points == points && standing.CreditMinutes == credit.CreditMinutes));
        var name = await db.Participants.Where(one => one.Id == paper.ParticipantId).Select(one => one.GuestName).SingleAsync(cancel);
        return foreseen with
        {
            RevokedOfGuest = effect.Revokes ? standing : null,
            IssuedToGuest = effect.Appends ? (new GuestCompletion(paper.ParticipantId, name ?? "", credit.CreditMinutes, points, paper.FullPoints), rule) : null,
        };
    }
}
