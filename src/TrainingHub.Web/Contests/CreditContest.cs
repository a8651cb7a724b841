using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Completions;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Records;
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
        if (LateEntry.NeedsApproval(day, clock.Today, await CutOffDaysAsync(contest, day, cancel)) && !await scope.Below(Capability.ConfirmDeclarations).ContainsAsync(contest.OrganizationId, cancel))
        {
            return CreditOutcome.Late;
        }

        await rooms.CatchUpAsync(room, cancel);
        var players = await credits.PlayersAsync(contest, room, cancel);
        var given = 0;
        foreach (var some in players.Where(player => ContestCredit.IsEarned(player.Answered, player.Asked)).Select(player => player.PersonId).Chunk(AtOnce))
        {
            given += await transactions.RunAsync(cancel => GiveAsync(contest, day, some, cancel), cancel);
        }

        return given > 0 ? CreditOutcome.Done : CreditOutcome.Nobody;
    }

    /// <summary>Of the targets whose programme counts these hours on that day.</summary>
    private Task<List<DateOnly>> CutOffDaysAsync(Contest contest, DateOnly day, CancellationToken cancel)
    {
        var (programmes, targets, domain) = (db.ProgrammeRules.On(day), db.TargetRules.On(clock.Today), contest.CreditDomain);
        return (
            from programme in programmes
            where programme.CycleFrom <= day && day <= programme.CycleUntil
                && db.ProgrammeParts.Any(part => part.RuleId == programme.Id && part.Kind == ProgrammePartKind.Hours && (part.Domain == ExpertDomain.None || (part.Domain & domain) != ExpertDomain.None))
            join target in db.CoverageTargets on programme.ProgrammeId equals target.ProgrammeId
            join rule in targets on target.Id equals rule.TargetId
            select rule.CutOffDay).Distinct().ToListAsync(cancel);
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
