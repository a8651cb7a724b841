using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Adds time to an open attempt, or grants another one after an attempt that was not passed; appends who did it, when and why.</summary>
public sealed class AllowMore(Db db, Transactions transactions, Scope scope, CurrentPerson current, SubmitAttempt submit, Ids ids, DayClock clock, ILogger<AllowMore> log)
{
    public async Task<AllowOutcome> RunAsync(string slug, Guid attemptId, AllowanceInput input, CancellationToken cancel)
    {
        var people = scope.PeopleInPost(Capability.ManageQuizzes).Select(person => person.Id);
        if (!await db.Attempts.AnyAsync(a => a.Id == attemptId && a.QuizSlug == slug && people.Contains(a.PersonId), cancel))
        {
            return new AllowOutcome.Missing();
        }

        return await transactions.RunAsync<AllowOutcome>(async cancel =>
        {
            // The lock that answers and handing in take: a second click, or the end of the time, waits here.
            var attempt = await submit.LockAsync(attemptId, cancel) ?? throw new InvalidOperationException("Attempts are never deleted.");
            if (await FindRefusalAsync(attempt, input, cancel) is { } refusal)
            {
                return new AllowOutcome.Refused(refusal);
            }

            db.Add(new QuizAllowance
            {
                Id = ids.Next(),
                PersonId = attempt.PersonId,
                QuizSlug = slug,
                AttemptNumber = attempt.Number,
                Minutes = input.Minutes,
                Reason = input.Reason,
                GivenAt = clock.Now,
                GivenBy = current.Id,
            });
            await db.SaveChangesAsync(cancel);
            log.AllowanceGiven(attempt.Id, input.Minutes ?? 0, current.Id);
            return new AllowOutcome.Given();
        }, cancel);
    }

    private async Task<AllowRefusal?> FindRefusalAsync(Attempt attempt, AllowanceInput input, CancellationToken cancel)
    {
        if (attempt.PersonId == current.Id)
        {
            return AllowRefusal.Own;
        }

        if (input.Minutes is { } minutes)
        {
            return attempt.Extend(minutes, clock.Now) ? null : AllowRefusal.Ended;
        }

        if (attempt.SubmittedAt is null)
        {
            return AllowRefusal.StillOpen;
        }

        if (attempt.WaitsForMarks)
        {
            return AllowRefusal.Marking;
        }

        if (await db.Attempts.AnyAsync(a => a.PersonId == attempt.PersonId && a.QuizSlug == attempt.QuizSlug && a.Passed == true, cancel))
        {
            return AllowRefusal.Passed;
        }

        return await db.Attempts.AnyAsync(a => a.PersonId == attempt.PersonId && a.QuizSlug == attempt.QuizSlug && a.Number > attempt.Number, cancel)
            || await db.QuizAllowances.AnyAsync(a => a.PersonId == attempt.PersonId && a.QuizSlug == attempt.QuizSlug && a.AttemptNumber == attempt.Number && a.Minutes == null, cancel)
            ? AllowRefusal.NotTheLast
            : null;
    }
}
