using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Completions;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>
/// Confirms the hours of a contest: each player with an account who took part enough gets one row, and in the same transaction the record of whatever
/// programme they were the last hours of. Who has them is passed over, however often it is confirmed.
/// </summary>
public sealed class CreditContest(Db db, Transactions transactions, ContestRooms rooms, CreditsQuery credits, CompleteTraining complete, Scope scope, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <summary>People of one transaction, as when a session is closed.</summary>
    private const int AtOnce = 300;

    /// <param name="contest">Within reach.</param>
    /// <param name="cancel">Ends it; whoever was not reached is confirmed the next time.</param>
    public async Task<CreditOutcome> RunAsync(Contest contest, CancellationToken cancel)
    {
        if (contest is { FinishedAt: null } or { CreditMinutes: 0 } || await rooms.FindAsync(contest.Id, cancel) is not { } room)
        {
            return CreditOutcome.NotNow;
        }

        var day = credits.DayOf(contest);
        if (ContestCredit.IsLate(day, clock.Today) && !await scope.Below(Capability.ConfirmDeclarations).ContainsAsync(contest.OrganizationId, cancel))
        {
            return CreditOutcome.Late;
        }

        await rooms.CatchUpAsync(room, cancel);
        var (questions, players) = CreditsQuery.PlayersOf(room);
        var given = 0;
        foreach (var some in players.Where(player => ContestCredit.IsEarned(player.Answered, questions)).Select(player => player.PersonId).Chunk(AtOnce))
        {
            given += await transactions.RunAsync(cancel => GiveAsync(contest, day, some, cancel), cancel);
        }

        return given > 0 ? CreditOutcome.Done : CreditOutcome.Nobody;
    }

    private async Task<int> GiveAsync(Contest contest, DateOnly day, Guid[] people, CancellationToken cancel)
    {
        await db.LockContestAsync(contest.Id, cancel);
        var known = await db.ContestCredits.Where(credit => credit.ContestId == contest.Id).Select(credit => credit.PersonId).ToListAsync(cancel);
        List<Guid> fresh = [.. people.Except(known)];
        if (fresh.Count is 0)
        {
            return 0;
        }

        db.ContestCredits.AddRange(fresh.Select(person => new ContestCredit
        {
            Id = ids.Next(),
            ContestId = contest.Id,
            PersonId = person,
            Minutes = contest.CreditMinutes,
            Day = day,
            At = clock.Now,
            By = current.Id,
        }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("Somebody else confirmed the hours in the same moment.");
        }

        await complete.ReviewAsync(fresh, [], lapse: null, cancel);
        return fresh.Count;
    }
}
