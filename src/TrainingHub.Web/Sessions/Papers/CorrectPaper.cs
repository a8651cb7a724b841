using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Completions;
using TrainingHub.Notices;
using TrainingHub.People;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Papers;

/// <summary>
/// Corrects what was typed in of a paper after its session was closed: the sheet is appended, its attempt says what it says, and record and certificate
/// follow, revoked and entered anew with the reason. First it only foresees that. A look tells points, as correcting does, so each is kept in the session's
/// log, and of one paper there are only so many of both a day: nobody finds out the right answers by trying.
/// </summary>
public sealed class CorrectPaper(
    Db db, Transactions transactions, OpenPaper open, ForeseeCorrection foresee, CorrectionEffectsQuery effects, QuizReach quizzes, ClosingQuery closing, Scope scope, SubmitAttempt submit, CountAnew countAnew, EnterPapers papers, EnterGuests guests,
    CompleteTraining complete, Notify notify, SessionLog log, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <summary>Looks at one paper on one day, with its corrections.</summary>
    public const int MostLooks = 5;

    /// <param name="session">Within reach: the caller has asked.</param>
    /// <param name="opened">Its paper, not the keeper's own.</param>
    /// <param name="wish">What is to stand there.</param>
    /// <param name="applies">False: only foresees.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<CorrectPaperOutcome> RunAsync(TrainingSession session, OpenedPaper opened, SheetWish wish, bool applies, CancellationToken cancel)
    {
        if (opened.Unreadable(wish.Answers) is { Count: > 0 } refused)
        {
            return new CorrectPaperOutcome.Refused(refused);
        }

        if (wish.Reason.Length is 0)
        {
            return new CorrectPaperOutcome.NoReason();
        }

        return await quizzes.IsAnsweringAsync(opened.Paper.QuizSlug, cancel) ? new CorrectPaperOutcome.Answering()
            : wish.Means is not PaperMeans.Absent && (await foresee.MarksAsync(opened, wish, cancel)).FaultOf(wish.Marker) is var (fault, items) ? new CorrectPaperOutcome.MarksRefused(fault, items)
            : await transactions.RunAsync(cancel => CorrectAsync(session.Id, opened.Paper.Number, wish, applies, cancel), cancel);
    }

    private async Task<CorrectPaperOutcome> CorrectAsync(Guid sessionId, int number, SheetWish wish, bool applies, CancellationToken cancel)
    {
        var session = await db.LockSessionAsync(sessionId, cancel);
        if (session.Standing is not SessionStanding.Closed || await open.RunAsync(session, number, cancel) is not { Last: { } last } opened)
        {
            return new CorrectPaperOutcome.NotClosed();
        }

        if (opened.Sheets.Count != wish.Version)
        {
            return new CorrectPaperOutcome.Changed();
        }

        var given = opened.Given(wish.Answers, wish.Marks);
        if (IsSame(last, wish, given))
        {
            return new CorrectPaperOutcome.Same();
        }

        if (await LooksAsync(sessionId, number, cancel) >= MostLooks)
        {
            return new CorrectPaperOutcome.TooOften();
        }

        var attempt = opened.PersonId is null ? null : await submit.LockAsync(opened.Paper.Id, cancel);
        if (attempt is { WaitsForMarks: true })
        {
            return new CorrectPaperOutcome.Waiting();
        }

        var now = clock.Now;
        var foreseen = await foresee.RunAsync(session, opened, attempt, points => SheetOf(opened.Paper.Id, wish, given, points, now), new Lapse(current.Id, wish.Reason), cancel);
        var late = foreseen.IsNewlyEarned ? await WhyLateAsync(session, cancel) : null;
        if (!applies || late is not null)
        {
            var seen = late is null ? await LookAsync(session, opened, attempt, foreseen, cancel) : CorrectionEffects.None;
            log.Add(session, SessionChangeKind.CorrectionForeseen, new Looked(number), wish.Reason);
            await db.SaveChangesAsync(cancel);
            return late is null ? new CorrectPaperOutcome.Foreseen(foreseen with { Effects = seen }) : late;
        }

        await ApplyAsync(session, opened, attempt, foreseen, cancel);
        return new CorrectPaperOutcome.Corrected();
    }

    // Means are only told apart where somebody sat it: what was answered on the device is corrected from a print of it.
    private static bool IsSame(PaperSheet last, SheetWish wish, Dictionary<int, string> given) =>
        (last.Means is PaperMeans.Absent) == (wish.Means is PaperMeans.Absent) && last.HasSameAnswers(given) && last.HasSameMarks(wish.Marks);

    private PaperSheet SheetOf(Guid paperId, SheetWish wish, Dictionary<int, string> given, int points, DateTime now) => new()
    {
        PaperId = paperId,
        Number = wish.Version + 1,
        Means = wish.Means,
        Answers = given,
        Marks = wish.Marks,
        Marker = wish.Marks.Count > 0 ? wish.Marker : null,
        Points = points,
        EnteredAt = now,
        EnteredBy = current.Id,
        Reason = wish.Reason,
    };

    /// <summary>What is entered late needs proof and the unit above, as closing does.</summary>
    private async Task<CorrectPaperOutcome.Late?> WhyLateAsync(TrainingSession session, CancellationToken cancel) => await closing.StandingAsync(session, cancel) switch
    {
        { NeedsApproval: true, HasProof: false } => new CorrectPaperOutcome.Late(HasProof: false),
        { NeedsApproval: true } when !await scope.Below(Capability.ConfirmDeclarations).ContainsAsync(session.OrganizationId, cancel) => new CorrectPaperOutcome.Late(HasProof: true),
        _ => null,
    };

    /// <summary>Of one paper, today: what was only looked at, what was refused as late, and what was corrected, all tell whether the answers are right.</summary>
    private Task<int> LooksAsync(Guid sessionId, int number, CancellationToken cancel)
    {
        var since = TimeZoneInfo.ConvertTimeToUtc(clock.Today.ToDateTime(TimeOnly.MinValue), clock.Zone);
        var (looked, corrected) = (SessionLog.Written(new Looked(number)), SessionLog.Written(new Looked(number)).TrimEnd('}') + ",");
        return db.SessionChanges.CountAsync(change => change.SessionId == sessionId && change.At >= since
            && ((change.Kind == SessionChangeKind.CorrectionForeseen && change.Details == looked) || (change.Kind == SessionChangeKind.PaperCorrected && change.Details.StartsWith(corrected))), cancel);
    }

    private async Task<CorrectionEffects> LookAsync(TrainingSession session, OpenedPaper opened, Attempt? attempt, ForeseenCorrection foreseen, CancellationToken cancel)
    {
        if (opened.PersonId is not { } personId)
        {
            return CorrectionEffects.None;
        }

        var before = await effects.StandingAsync(personId, cancel);
        var after = await transactions.LookAsync(async cancel =>
        {
            await ApplyAsync(session, opened, attempt, foreseen with { Correction = foreseen.Correction is { } correction ? correction with { IsLook = true } : null }, cancel);
            return await effects.StandingAsync(personId, cancel);
        }, cancel);
        return await effects.BetweenAsync(before, after, cancel);
    }

    private async Task ApplyAsync(TrainingSession session, OpenedPaper opened, Attempt? attempt, ForeseenCorrection foreseen, CancellationToken cancel)
    {
        if (attempt is not null)
        {
            await countAnew.RunAsync(attempt, cancel);
            db.AnswerEntries.AddRange(foreseen.Log.Where(entry => entry.Version == foreseen.Sheet.Number));
            papers.AppendMarks(attempt.Id, foreseen.Graded, foreseen.Sheet);
            attempt.Correct(foreseen.Graded.Points, foreseen.Graded.Answered, foreseen.Log);
            db.AttemptEvents.Add(new AttemptEvent { Id = ids.Next(), AttemptId = attempt.Id, Kind = AttemptEventKind.Corrected, At = clock.Now });
        }
        else if (opened.PersonId is { } personId && foreseen.Sheet.Means is not PaperMeans.Absent)
        {
            attempt = await MakeAsync(session, opened.Paper, personId, foreseen, cancel);
        }

        db.PaperSheets.Add(foreseen.Sheet);
        log.Add(session, SessionChangeKind.PaperCorrected, new Corrected(opened.Paper.Number, foreseen.Sheet.Number), foreseen.Sheet.Reason);
        await SaveAsync(cancel);
        if (foreseen.Correction is { } correction)
        {
            if (attempt is not null)
            {
                await TellAsync(attempt, foreseen.Sheet.Number, cancel);
            }

            await complete.RunAsync(correction, cancel);
        }
        else
        {
            await CertifyGuestAsync(session, foreseen, cancel);
        }
    }

    /// <summary>It was entered as not sat.</summary>
    private async Task<Attempt> MakeAsync(TrainingSession session, SessionPaper paper, Guid personId, ForeseenCorrection foreseen, CancellationToken cancel)
    {
        var (begins, ends) = await papers.LastHalfAsync(session.Id, cancel);
        var before = await db.Attempts.AsNoTracking().Where(one => one.PersonId == personId && one.QuizSlug == paper.QuizSlug).ToListAsync(cancel);
        var made = paper.AttemptOf(personId, EnterPapers.NextNumber(before), begins, ends);
        papers.Append(made, foreseen.Log, foreseen.Graded, foreseen.Sheet);
        return made;
    }

    // The statistics of questions may be counted, or an attempt started online, in the same moment.
    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("Questions were counted, or an attempt was started online, in the same moment.");
        }
    }

    // No points: they may not be released yet. The page that it leads to knows.
    private async Task TellAsync(Attempt attempt, int sheet, CancellationToken cancel) =>
        await notify.RunAsync([new NoticeDraft(attempt.PersonId, NoticeKind.Regrade, string.Create(CultureInfo.InvariantCulture, $"correction:{attempt.Id:N}:{sheet}"), string.Create(CultureInfo.InvariantCulture, $"/quizzes/{attempt.QuizSlug}/attempts/{attempt.Number}"))
        {
            About = await quizzes.TitleAsync(attempt.QuizSlug, cancel) ?? attempt.QuizSlug,
        }], cancel);

    private async Task CertifyGuestAsync(TrainingSession session, ForeseenCorrection foreseen, CancellationToken cancel)
    {
        if (foreseen.RevokedOfGuest is { } revoked)
        {
            guests.Revoke(revoked, new Lapse(current.Id, foreseen.Sheet.Reason ?? ""));
            await db.SaveChangesAsync(cancel);
        }

        if (foreseen.IssuedToGuest is var (completion, rule))
        {
            await guests.IssueAsync(session, new GuestCertificates([completion], rule), cancel);
        }
    }

    private sealed record Looked(int Paper);

    private sealed record Corrected(int Paper, int Sheet);
}
