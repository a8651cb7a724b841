using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Draws a paper, freezes it and starts the clock. A second click finds the first one's attempt.</summary>
public sealed class StartAttempt(Db db, Transactions transactions, CourseShelf shelf, CurrentBank bank, FinishedLessons lessons, SubmitAttempt submit, Ids ids, DayClock clock, ILogger<StartAttempt> log)
{
    /// <summary>What starting led to; null when there is no such quiz.</summary>
    public async Task<StartOutcome?> RunAsync(Guid personId, string slug, string device, CancellationToken cancel)
    {
        if (await shelf.FindQuizAsync(slug, cancel) is not { } found)
        {
            return null;
        }

        await submit.FinishOverdueAsync(personId, slug, cancel);
        return await transactions.RunAsync(cancel => StartAsync(personId, found, device, cancel), cancel);
    }

    private async Task<StartOutcome> StartAsync(Guid personId, ShelfQuiz found, string device, CancellationToken cancel)
    {
        var quiz = found.Quiz;
        var earlier = await db.Attempts.AsNoTracking().Where(a => a.PersonId == personId && a.QuizSlug == quiz.Slug).ToListAsync(cancel);
        if (earlier.Find(attempt => attempt.SubmittedAt is null) is { } open)
        {
            return new StartOutcome.AlreadyOpen(open.Number);
        }

        if (StartRule.FindRefusal(quiz, earlier, await db.GrantedAsync(personId, quiz.Slug, cancel), await lessons.LeftBeforeAsync(personId, found, cancel), clock.Now) is { } refusal)
        {
            return new StartOutcome.Refused(refusal);
        }

        if (await DrawAsync(personId, found, device, earlier.Count + 1, cancel) is not { } attempt)
        {
            return new StartOutcome.Refused(new StartRefusal.BankTooSmall());
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("Another request started an attempt in the same moment.");
        }

        log.AttemptStarted(attempt.Id, attempt.QuizSlug, attempt.Deadline);
        return new StartOutcome.Started(attempt.Number);
    }

    /// <summary>Null when too few questions are left whose basis holds.</summary>
    private async Task<Attempt?> DrawAsync(Guid personId, ShelfQuiz found, string device, int number, CancellationToken cancel)
    {
        var (quiz, now) = (found.Quiz, clock.Now);
        var seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
        if (quiz.Blueprint.Draw(await bank.ForPapersAsync(found.Course, cancel), seed) is not DrawOutcome.Drawn(var paper))
        {
            log.BankTooSmall(quiz.Slug);
            return null;
        }

        var attempt = new Attempt
        {
            Id = ids.Next(),
            PersonId = personId,
            QuizSlug = quiz.Slug,
            CourseSlug = found.Course.Slug,
            CourseHash = found.Course.Hash,
            Number = number,
            Seed = seed,
            StartedAt = now,
            Deadline = now.AddMinutes(quiz.Minutes),
            PassPercent = quiz.PassPercent,
            FullPoints = paper.FullPoints,
        };
        attempt.GoOnIn(device);
        db.Attempts.Add(attempt);
        db.AttemptItems.AddRange(paper.Items.Select(item => new AttemptItem
        {
            AttemptId = attempt.Id,
            Number = item.Number,
            QuestionHash = item.QuestionHash,
            OptionOrder = item.OptionOrderText,
            Points = item.Points,
            Rule = item.Rule,
        }));
        return attempt;
    }
}
