using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// Gives somebody more time for the attempt that they have not begun, the first or the next, or leave to begin after the window; appends who did it, when and
/// why. A form sent twice gives once.
/// </summary>
public sealed class AllowPerson(
    Db db, IPrintedPapers printedPapers, Transactions transactions, PersonAllowanceQuery query, FindArranged arranged, CourseShelf shelf, SettleTime settle, CurrentPerson current, DayClock clock, ILogger<AllowPerson> log)
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
            var number = await db.QuizAllowances.Where(given => given.Id == input.Id).Select(given => given.AttemptNumber).SingleAsync(cancel);
            var printed = await printedPapers.CountAsync(db, personId, slug, cancel);
            await settle.RunAsync(personId, found.Quiz, number - printed, printed, cancel);
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

            var earlier = await db.Attempts.AsNoTracking().Where(attempt => attempt.PersonId == personId && attempt.QuizSlug == slug).ToListAsync(cancel);
            if (earlier.Exists(attempt => attempt.SubmittedAt is null) || (input.IsLeave && earlier.Count > 0))
            {
                return new AllowOutcome.Refused(AllowRefusal.HasBegun);
            }

            // A paper that waits to be sat is an attempt too: its time was told when it was printed.
            var printed = await printedPapers.CountAsync(db, personId, slug, cancel);
            var number = earlier.Select(attempt => attempt.Number).DefaultIfEmpty().Max() + printed + 1;
            if (await FindRefusalAsync(slug, personId, earlier, printed, number, minutes, cancel) is { } refusal)
            {
                return new AllowOutcome.Refused(refusal);
            }

            db.Add(new QuizAllowance
            {
                Id = input.Id,
                PersonId = personId,
                QuizSlug = slug,
                AttemptNumber = input.IsLeave ? 0 : number,
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
    private async Task<AllowRefusal?> FindRefusalAsync(string slug, Guid personId, List<Attempt> earlier, int printed, int number, int? minutes, CancellationToken cancel)
    {
        var given = await db.GivenToAsync(personId, slug, cancel);
        if (await arranged.RunAsync(slug, cancel) is not var (quiz, terms))
        {
            return await shelf.FindQuizAsync(slug, cancel) is { } found ? RefusalOf(StartRule.FindRefusal(found.Quiz, earlier, given.Granted, lessonsLeft: 0, clock.Now, printed)) : null;
        }

        if (quiz.Standing is QuizStanding.Withdrawn)
        {
            return AllowRefusal.NotRunning;
        }

        if (minutes is not { } more)
        {
            return StartRule.IsExcused(quiz.ClosesAt, given.Excused, clock.Now) ? AllowRefusal.Excused : null;
        }

        var longer = given.MinutesFor(number) + more + await db.WindowMinutesAsync(personId, slug, clock.Today, cancel);
        return RefusalOf(StartRule.FindRefusal(quiz.Standing, terms, quiz.ClosesAt, earlier, given.Granted, clock.Now, printed, given.Excused, longer));
    }

    // What waiting or learning mends, and a quiz that is not published yet, are no reasons.
    private static AllowRefusal? RefusalOf(StartRefusal? refusal) => refusal switch
    {
        StartRefusal.WindowOver => AllowRefusal.WindowOver,
        StartRefusal.NoAttemptsLeft => AllowRefusal.NoneLeft,
        StartRefusal.AlreadyPassed => AllowRefusal.Passed,
        StartRefusal.WaitsForMarks => AllowRefusal.Marking,
        _ => null,
    };

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
