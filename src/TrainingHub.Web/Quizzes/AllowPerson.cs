using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Gives somebody who has not begun more time, or leave to begin after the window; appends who did it, when and why. A form sent twice gives once.</summary>
public sealed class AllowPerson(
    Db db, Transactions transactions, PersonAllowanceQuery query, FindArranged arranged, CourseShelf shelf, SettleTime settle, CurrentPerson current, DayClock clock, ILogger<AllowPerson> log)
{
    public async Task<AllowOutcome> RunAsync(string slug, Guid personId, PersonAllowanceInput input, CancellationToken cancel)
    {
        if (await query.FindAsync(slug, personId, input, cancel) is not { } page || (input.IsLeave && page.ClosesAt is null))
        {
            return new AllowOutcome.Missing();
        }

        if (personId == current.Id)
        {
            return new AllowOutcome.Refused(AllowRefusal.Own);
        }

        var outcome = await GiveAsync(slug, personId, input, cancel);
        if (outcome is AllowOutcome.Given && !input.IsLeave && await shelf.FindQuizAsync(slug, cancel) is { } found)
        {
            await settle.RunAsync(personId, found.Quiz, number: 1, cancel);
        }

        return outcome;
    }

    private Task<AllowOutcome> GiveAsync(string slug, Guid personId, PersonAllowanceInput input, CancellationToken cancel)
    {
        var minutes = input.IsLeave ? null : input.Minutes;
        return transactions.RunAsync<AllowOutcome>(async cancel =>
        {
            await db.LockStartAsync(personId, slug, cancel);
            if (await db.QuizAllowances.AsNoTracking().SingleOrDefaultAsync(given => given.Id == input.Id, cancel) is { } known)
            {
                return (known.PersonId, known.Minutes, known.GivenBy) == (personId, minutes, current.Id) && string.Equals(known.QuizSlug, slug, StringComparison.Ordinal)
                    ? new AllowOutcome.Given()
                    : new AllowOutcome.Missing();
            }

            if (await db.Attempts.AnyAsync(attempt => attempt.PersonId == personId && attempt.QuizSlug == slug, cancel))
            {
                return new AllowOutcome.Refused(AllowRefusal.HasBegun);
            }

            if (await arranged.RunAsync(slug, cancel) is var (quiz, _) && await FindRefusalAsync(quiz, personId, minutes, cancel) is { } refusal)
            {
                return new AllowOutcome.Refused(refusal);
            }

            db.Add(new QuizAllowance
            {
                Id = input.Id,
                PersonId = personId,
                QuizSlug = slug,
                AttemptNumber = input.IsLeave ? 0 : 1,
                Minutes = minutes,
                Reason = input.Reason,
                GivenAt = clock.Now,
                GivenBy = current.Id,
            });
            await SaveAsync(cancel);
            log.PersonAllowanceGiven(input.Id, slug, minutes ?? 0, current.Id);
            return new AllowOutcome.Given();
        }, cancel);
    }

    /// <summary>Why it would do nothing for the person.</summary>
    private async Task<AllowRefusal?> FindRefusalAsync(ArrangedQuiz quiz, Guid personId, int? minutes, CancellationToken cancel)
    {
        if (quiz.Standing is QuizStanding.Withdrawn)
        {
            return AllowRefusal.NotRunning;
        }

        var given = await db.GivenToAsync(personId, quiz.Slug, cancel);
        if (minutes is not { } more)
        {
            return StartRule.IsExcused(quiz.ClosesAt, given.Excused, clock.Now) ? AllowRefusal.Excused : null;
        }

        var closesAt = quiz.ClosesAt.AddMinutes(given.MinutesFor(1) + more + await db.WindowMinutesAsync(personId, quiz.Slug, clock.Today, cancel));
        return (clock.Now > closesAt || quiz.Standing is QuizStanding.Closed) && !StartRule.IsExcused(closesAt, given.Excused, clock.Now) ? AllowRefusal.WindowOver : null;
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("The same form arrived twice in the same moment.");
        }
    }
}
