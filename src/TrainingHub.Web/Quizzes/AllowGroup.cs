using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// Adds time to every open attempt of a unit's people, or grants another one to whoever has ended one without passing. Each person's share is a
/// transaction of its own: a form that is sent again goes on where the first one stopped, and gives nobody anything twice. One call reaches
/// <see cref="MostAtOnce"/> attempts, those first whose time ends first; the page says how many are left.
/// </summary>
public sealed class AllowGroup(
    Db db, Transactions transactions, Scope scope, CurrentPerson current, FindOrganization organizations, SubmitAttempt submit, Ids ids, DayClock clock, ILogger<AllowGroup> log)
{
    /// <summary>What a request can do before whoever waits for it gives up.</summary>
    public const int MostAtOnce = 1000;

    public async Task<GroupOutcome> RunAsync(string slug, GroupAllowanceInput input, CancellationToken cancel)
    {
        if (await organizations.RunAsync(input.Unit, scope.Organizations(Capability.ManageQuizzes), cancel) is not [var unitId])
        {
            return new GroupOutcome.UnknownUnit();
        }

        if (await KeepAsync(slug, unitId, input, cancel) is not { } group)
        {
            return new GroupOutcome.Other();
        }

        var attempts = await db.LeftOf(group, clock).OrderBy(attempt => attempt.Deadline).ThenBy(attempt => attempt.Id).Select(attempt => attempt.Id).Take(MostAtOnce).ToListAsync(cancel);
        var given = 0;
        foreach (var attemptId in attempts)
        {
            given += await GiveAsync(attemptId, group, cancel) ? 1 : 0;
        }

        log.GroupAllowanceGiven(group.Id, slug, group.Minutes ?? 0, given, current.Id);
        return new GroupOutcome.Given(given);
    }

    /// <summary>The allowance, appended now or before; null when another one has this id.</summary>
    private Task<GroupAllowance?> KeepAsync(string slug, Guid unitId, GroupAllowanceInput input, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var minutes = input.IsAttempt ? null : input.Minutes;
        if (await db.GroupAllowances.AsNoTracking().SingleOrDefaultAsync(group => group.Id == input.Id, cancel) is { } known)
        {
            return (known.OrganizationId, known.Minutes, known.GivenBy) == (unitId, minutes, current.Id) && string.Equals(known.QuizSlug, slug, StringComparison.Ordinal) ? known : null;
        }

        var group = new GroupAllowance
        {
            Id = input.Id,
            QuizSlug = slug,
            OrganizationId = unitId,
            Minutes = minutes,
            Reason = input.Reason,
            GivenAt = clock.Now,
            GivenBy = current.Id,
        };
        db.GroupAllowances.Add(group);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("The same form arrived twice in the same moment.");
        }

        return group;
    }, cancel);

    private async Task<bool> GiveAsync(Guid attemptId, GroupAllowance group, CancellationToken cancel)
    {
        var isGiven = await transactions.RunAsync(async cancel =>
        {
            // The lock that answers and handing in take: a second click, or the end of the time, waits here.
            var attempt = await submit.LockAsync(attemptId, cancel) ?? throw new InvalidOperationException("Attempts are never deleted.");
            if (await db.QuizAllowances.AnyAsync(given => given.GroupId == group.Id && given.PersonId == attempt.PersonId, cancel)
                || (group.Minutes is { } minutes && !attempt.Extend(minutes, clock.Now)))
            {
                return false;
            }

            db.Add(new QuizAllowance
            {
                Id = ids.Next(),
                PersonId = attempt.PersonId,
                QuizSlug = group.QuizSlug,
                AttemptNumber = attempt.Number,
                Minutes = group.Minutes,
                Reason = group.Reason,
                GivenAt = clock.Now,
                GivenBy = group.GivenBy,
                GroupId = group.Id,
            });
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);
        db.ChangeTracker.Clear();
        return isGiven;
    }
}
