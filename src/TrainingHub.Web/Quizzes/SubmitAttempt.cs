using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Completions;
using TrainingHub.Courses;
using TrainingHub.Notices;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// Hands an attempt in: grades what was saved, and when it is passed writes record, figures and certificate, all in one transaction.
/// However many ask at once, one grades.
/// </summary>
public sealed class SubmitAttempt(
    Db db, QuizReads reads, Transactions transactions, AnswerWriter writer, PaperCards cards, QuestionShelf questionShelf, CorrectedQuestions corrected, CompleteTraining complete, TellResult tell, Ids ids, DayClock clock,
    ILogger<SubmitAttempt> log)
{
    private const int Tries = 4;

    /// <summary>What handing in led to; null when there is no such attempt any more.</summary>
    public async Task<SubmitOutcome?> RunAsync(OwnAttempt own, CancellationToken cancel) =>
        await cards.FindAsync(own.Attempt.PersonId, own.Attempt.QuizSlug, own.Attempt.Number, cancel) is { } card
            ? await RunAsync(card.AttemptId, card.Paper, own.Attempt, cancel)
            : null;

    /// <summary>The same for whichever attempt, when its time has run out. Null when there is none.</summary>
    public async Task<SubmitOutcome?> RunAsync(Guid attemptId, CancellationToken cancel) =>
        await RunAsync(attemptId, await db.PaperAsync(attemptId, cancel), known: null, cancel);

    /// <summary>
    /// Grades without waiting for a lock and writes together with everybody else's answers, unless an answer came meanwhile: then once more.
    /// What is passed completes a training, which wants the attempt locked from grading to the certificate.
    /// </summary>
    /// <param name="attemptId">Of the attempt.</param>
    /// <param name="items">Its paper.</param>
    /// <param name="known">As it was just read; when it has changed since, nothing is written and it is read again.</param>
    /// <param name="cancel">Ends it.</param>
    private async Task<SubmitOutcome?> RunAsync(Guid attemptId, IReadOnlyList<AttemptItem> items, Attempt? known, CancellationToken cancel)
    {
        // The paper is frozen: read it, and the keys, before anybody has to wait.
        var questions = await questionShelf.QuestionsAsync([.. items.Select(item => item.QuestionHash)], cancel);
        for (var time = 0; time < Tries; time++)
        {
            if (((time == 0 ? known : null) ?? await reads.AttemptAsync(db, attemptId, cancel)) is not { } attempt)
            {
                return null;
            }

            if (attempt.SubmittedAt is not null)
            {
                return new SubmitOutcome.AlreadyGraded();
            }

            var (version, answers) = (attempt.Version, await reads.AnswersAsync(db, attemptId, cancel));
            var outcome = Grade(attempt, items, await corrected.InAsync(attempt.QuizSlug, questions, cancel), answers);
            if (outcome is SubmitOutcome.Graded { Passed: true })
            {
                break;
            }

            List<RowCommand> commands = [RowCommands<Attempt>.Of(db).Update(attempt, version, SameAnswers, attemptId, answers.Count)];
            if (await tell.DraftAsync(attempt, cancel) is { } notice)
            {
                commands.Add(RowCommands<Notice>.Of(db).InsertWhere(notice.At(ids.Next(), clock.Now), IsHandedIn, attemptId, attempt.Version));
            }

            if (await writer.WriteAsync(commands, attempt, cancel))
            {
                log.AttemptGraded(attempt.Id, attempt.Points ?? 0, attempt.FullPoints, attempt.Passed is true);
                return outcome;
            }
        }

        return await transactions.RunAsync(cancel => CompleteAsync(attemptId, items, questions, cancel), cancel);
    }

    private async Task<SubmitOutcome?> CompleteAsync(Guid attemptId, IReadOnlyList<AttemptItem> items, IReadOnlyDictionary<string, QuestionVersion> questions, CancellationToken cancel)
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
        var outcome = Grade(attempt, items, await corrected.InAsync(attempt.QuizSlug, questions, cancel), await reads.AnswersAsync(db, attemptId, cancel));
        await db.SaveChangesAsync(cancel);
        await tell.RunAsync(attempt, cancel);
        if (outcome is SubmitOutcome.Graded { Passed: true })
        {
            await complete.RunAsync(CompletionOf(attempt, await CreditMinutesAsync(attempt.CourseHash, cancel)), cancel);
        }

        log.AttemptGraded(attempt.Id, attempt.Points ?? 0, attempt.FullPoints, attempt.Passed is true);
        return outcome;
    }

    private SubmitOutcome Grade(Attempt attempt, IReadOnlyList<AttemptItem> items, IReadOnlyDictionary<string, QuestionVersion> questions, List<AnswerEntry> answers)
    {
        var paper = GradedPaper.Of(items.Select(item => item.AsPaperItem()), questions, answers);
        attempt.Seal(answers);
        return attempt.Submit(paper.Points, paper.Answered, clock.Now, paper.WaitsForMarks);
    }

    // The log is only ever appended: the same number of entries are the same entries.
    private static string SameAnswers(int first) => string.Create(CultureInfo.InvariantCulture,
        $"""(SELECT COUNT(*) FROM "AnswerEntries" WHERE "AttemptId" = ${first} AND NOT "IsLate") = ${first + 1}""");

    // Only beside the statement before it: what it did not write is not told.
    private static string IsHandedIn(int first) => string.Create(CultureInfo.InvariantCulture,
        $"""EXISTS (SELECT 1 FROM "Attempts" WHERE "Id" = ${first} AND "Version" = ${first + 1} AND "SubmittedAt" IS NOT NULL)""");

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

    /// <summary>Record, figures and certificate of an attempt that was passed by its marks or by a corrected key. Runs in the caller's transaction; the day is that of handing in.</summary>
    internal async Task CompleteMarkedAsync(Attempt attempt, CancellationToken cancel) =>
        await complete.RunAsync(CompletionOf(attempt, await CreditMinutesAsync(attempt.CourseHash, cancel)) with { Evidence = await db.EvidenceOfAsync(attempt.Id, cancel) }, cancel);

    /// <summary>What attempts complete that were passed at a session, whose kind of evidence it is. Writes nothing.</summary>
    internal async Task<IReadOnlyList<Completion>> AtSessionAsync(IReadOnlyCollection<Attempt> attempts, Evidence evidence, CancellationToken cancel)
    {
        var completions = new List<Completion>(attempts.Count);
        foreach (var same in attempts.GroupBy(attempt => attempt.CourseHash, StringComparer.Ordinal))
        {
            var minutes = await CreditMinutesAsync(same.Key, cancel);
            completions.AddRange(same.Select(attempt => CompletionOf(attempt, minutes) with { Evidence = evidence }));
        }

        return completions;
    }

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
    private async Task<int> CreditMinutesAsync(string courseHash, CancellationToken cancel)
    {
        var manifest = await db.PublishedCourses.Where(course => course.Hash == courseHash).Select(course => course.Manifest).SingleOrDefaultAsync(cancel);
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
