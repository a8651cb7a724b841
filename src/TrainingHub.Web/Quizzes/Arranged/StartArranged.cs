using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>Starts an attempt at an arranged quiz: takes the paper that was prepared, else draws one, freezes it and starts the clock.</summary>
public sealed class StartArranged(Db db, IPrintedPapers printedPapers, Transactions transactions, FindArranged find, PaperDraws draws, SubmitAttempt submit, Ids ids, DayClock clock, ILogger<StartArranged> log)
{
    /// <summary>What starting led to; null when there is no such quiz, or the person takes no part in it.</summary>
    public async Task<StartOutcome?> RunAsync(Guid personId, string slug, string device, CancellationToken cancel)
    {
        if (await find.RunAsync(slug, cancel) is not { } found || !await db.QuizzesFor(personId, clock.Today).AnyAsync(quiz => quiz.Id == found.Quiz.Id && quiz.Standing != QuizStanding.Draft, cancel))
        {
            return null;
        }

        if (found.Quiz.Standing is QuizStanding.Withdrawn)
        {
            return new StartOutcome.Refused(new StartRefusal.NotRunning());
        }

        await submit.FinishOverdueAsync(personId, slug, cancel);
        var ready = await draws.FindAsync(found.Quiz, found.Terms, cancel);
        return await transactions.RunAsync(cancel => StartAsync(personId, found.Quiz, found.Terms, ready, device, cancel), cancel);
    }

    private async Task<StartOutcome> StartAsync(Guid personId, ArrangedQuiz quiz, QuizTerms terms, ReadyDraw ready, string device, CancellationToken cancel)
    {
        await db.LockStartAsync(personId, quiz.Slug, cancel);
        var now = clock.Now;
        var earlier = await db.Attempts.AsNoTracking().Where(a => a.PersonId == personId && a.QuizSlug == quiz.Slug).ToListAsync(cancel);
        if (earlier.Find(attempt => attempt.SubmittedAt is null) is { } open)
        {
            return new StartOutcome.AlreadyOpen(open.Number);
        }

        var allowances = await db.GivenToAsync(personId, quiz.Slug, cancel);
        var printed = await printedPapers.CountAsync(db, personId, quiz.Slug, cancel);
        var added = allowances.MinutesFor(earlier.Count + printed + 1);
        var longer = added + await db.WindowMinutesAsync(personId, quiz.Slug, clock.Today, cancel);
        if (StartRule.FindRefusal(quiz.Standing, terms, quiz.ClosesAt, earlier, allowances.Granted, now, printed, allowances.Excused, longer) is { } refusal)
        {
            return new StartOutcome.Refused(refusal);
        }

        if (await PaperAsync(personId, quiz, ready, isFirst: earlier.Count is 0, cancel) is not ({ } paper, var seed))
        {
            log.BankTooSmall(quiz.Slug);
            return new StartOutcome.Refused(new StartRefusal.BankTooSmall());
        }

        var isUnbound = StartRule.IsUnbound(quiz.Standing, quiz.ClosesAt, earlier, allowances.Granted, now, allowances.Excused, longer);
        var attempt = new Attempt
        {
            Id = ids.Next(),
            PersonId = personId,
            QuizSlug = quiz.Slug,
            CourseSlug = "",
            CourseHash = "",
            Number = earlier.Count + 1,
            Seed = seed,
            StartedAt = now,
            Deadline = terms.DeadlineOf(now, isUnbound ? null : quiz.ClosesAt.AddMinutes(longer), added),
            PassPercent = terms.PassPercent,
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
            Source = item.Source,
        }));
        await SaveAsync(cancel);
        log.AttemptStarted(attempt.Id, attempt.QuizSlug, attempt.Deadline);
        return new StartOutcome.Started(attempt.Number);
    }

    private async Task<(Paper? Paper, long Seed)> PaperAsync(Guid personId, ArrangedQuiz quiz, ReadyDraw ready, bool isFirst, CancellationToken cancel)
    {
        if (isFirst && await db.PreparedPapers.SingleOrDefaultAsync(paper => paper.QuizId == quiz.Id && paper.PersonId == personId, cancel) is { } prepared)
        {
            db.PreparedPapers.Remove(prepared);
            var paper = TermsJson.ReadPaper(prepared.Paper);
            if (prepared.Version == quiz.Version && ready.StillHolds(paper))
            {
                return (paper, prepared.Seed);
            }
        }

        var seed = NewSeed();
        return (ready.Draw.Draw(seed) is PaperOutcome.Drawn(var drawn) ? drawn : null, seed);
    }

    internal static long NewSeed() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RepeatTransactionException("Another request took the prepared paper in the same moment.");
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("Another request started an attempt in the same moment.");
        }
    }
}
