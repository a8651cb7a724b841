using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Completions;
using TrainingHub.Courses;
using TrainingHub.Records;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// Hands an attempt in: grades what was saved, and when it is passed writes record, figures and certificate, all in one transaction.
/// However many ask at once, one grades.
/// </summary>
public sealed class SubmitAttempt(Db db, Transactions transactions, QuestionShelf questionShelf, CorrectedQuestions corrected, CompleteTraining complete, DayClock clock, ILogger<SubmitAttempt> log)
{
    /// <summary>What handing in led to; null when the person has no such attempt.</summary>
    public async Task<SubmitOutcome?> RunAsync(Guid personId, string slug, int number, CancellationToken cancel)
    {
        var id = await db.Attempts.Where(a => a.PersonId == personId && a.QuizSlug == slug && a.Number == number)
            .Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel);
        return id is { } attemptId ? await RunAsync(attemptId, cancel) : null;
    }

    /// <summary>The same for whichever attempt, when its time has run out. Null when there is none.</summary>
    public async Task<SubmitOutcome?> RunAsync(Guid attemptId, CancellationToken cancel)
    {
        // The paper is frozen: read it, and the keys, before anybody has to wait for a lock.
        var items = await db.PaperAsync(attemptId, cancel);
        var questions = await questionShelf.QuestionsAsync([.. items.Select(item => item.QuestionHash)], cancel);
        var creditMinutes = await CreditMinutesAsync(attemptId, cancel);
        return await transactions.RunAsync(async cancel =>
        {
            if (await LockAsync(attemptId, cancel) is not { } attempt)
            {
                return null;
            }

            if (attempt.SubmittedAt is not null)
            {
                return new SubmitOutcome.AlreadyGraded();
            }

            // A statement after the lock: it sees every answer that was acknowledged as in time.
            var keys = await corrected.InAsync(attempt.QuizSlug, questions, cancel);
            var paper = GradedPaper.Of(items.Select(item => item.AsPaperItem()), keys, await db.CountingAnswersAsync(attemptId, cancel));
            var outcome = attempt.Submit(paper.Points, paper.Answered, clock.Now);
            await db.SaveChangesAsync(cancel);
            if (outcome is SubmitOutcome.Graded { Passed: true })
            {
                await complete.RunAsync(CompletionOf(attempt, creditMinutes), cancel);
            }

            log.AttemptGraded(attempt.Id, paper.Points, attempt.FullPoints, attempt.Passed is true);
            return outcome;
        }, cancel);
    }

    /// <summary>Grades the person's attempt at this quiz whose time ran out without anybody handing it in.</summary>
    public async Task FinishOverdueAsync(Guid personId, string slug, CancellationToken cancel)
    {
        var now = clock.Now;
        var overdue = await db.Attempts.Where(a => a.PersonId == personId && a.QuizSlug == slug && a.SubmittedAt == null && a.Deadline < now)
            .Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel);
        if (overdue is { } attemptId)
        {
            await RunAsync(attemptId, cancel);
        }
    }

    /// <summary>Record, figures and certificate of an attempt that was passed by its marks. Runs in the caller's transaction; the day is that of handing in.</summary>
    internal async Task CompleteMarkedAsync(Attempt attempt, CancellationToken cancel) =>
        await complete.RunAsync(CompletionOf(attempt, await CreditMinutesAsync(attempt.Id, cancel)), cancel);

    private Completion CompletionOf(Attempt attempt, int creditMinutes) => new()
    {
        PersonId = attempt.PersonId,
        QuizSlug = attempt.QuizSlug,
        CourseSlug = attempt.CourseSlug,
        CourseHash = attempt.CourseHash,
        CreditMinutes = creditMinutes,
        Day = clock.DayOf(attempt.SubmittedAt ?? attempt.Deadline),
        Evidence = Evidence.OnlineExamination,
        AttemptId = attempt.Id,
        Points = attempt.Points,
        FullPoints = attempt.FullPoints,
    };

    // Of the version that was learnt, whatever has been published since.
    private async Task<int> CreditMinutesAsync(Guid attemptId, CancellationToken cancel)
    {
        var manifest = await (
            from attempt in db.Attempts
            where attempt.Id == attemptId
            join course in db.PublishedCourses on attempt.CourseHash equals course.Hash
            select course.Manifest).SingleOrDefaultAsync(cancel);
        return manifest is null ? 0 : JsonSerializer.Deserialize<CourseManifest>(manifest)?.CreditMinutes ?? 0;
    }

    // SQLite: the write gate is the lock. PostgreSQL: the same row lock that every answer takes.
    internal async Task<Attempt?> LockAsync(Guid attemptId, CancellationToken cancel)
    {
        var rows = db.IsPostgres
            ? db.Attempts.FromSql($"""SELECT * FROM "Attempts" WHERE "Id" = {attemptId} FOR NO KEY UPDATE""")
            : db.Attempts.Where(a => a.Id == attemptId);
        return (await rows.ToListAsync(cancel)).SingleOrDefault();
    }
}
