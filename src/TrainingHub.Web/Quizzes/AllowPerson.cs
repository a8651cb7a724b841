using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Gives somebody who has not begun more time, or leave to begin after the window; appends who did it, when and why. A form sent twice gives once.</summary>
public sealed class AllowPerson(Db db, Transactions transactions, PersonAllowanceQuery query, CurrentPerson current, DayClock clock, ILogger<AllowPerson> log)
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

        var minutes = input.IsLeave ? null : input.Minutes;
        return await transactions.RunAsync<AllowOutcome>(async cancel =>
        {
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

            var closesAt = input.IsLeave ? await query.ClosesAtAsync(slug, cancel) : null;
            if (closesAt is { } end && StartRule.IsExcused(end, (await db.GivenToAsync(personId, slug, cancel)).Excused, clock.Now))
            {
                return new AllowOutcome.Refused(AllowRefusal.Excused);
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
