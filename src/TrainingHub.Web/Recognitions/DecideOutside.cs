using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Completions;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Recognitions;

/// <summary>
/// The unit above accepts or refuses outside training, several at once; what an accepted one completes is completed in the same transaction. Taken back, what
/// rested on it is revoked.
/// </summary>
public sealed class DecideOutside(Db db, Transactions transactions, Scope scope, CompleteTraining complete, CurrentPerson current, Ids ids, DayClock clock)
{
    public Task<DecideOutcome> RunAsync(DecisionInput input, CancellationToken cancel) => GuardedAsync(async cancel =>
    {
        var (wanted, deciding) = (input.Ids.Distinct().ToList(), scope.Below(Capability.ConfirmDeclarations));
        var asked = await db.OutsideTrainings.Where(one => wanted.Contains(one.Id) && deciding.Contains(one.OrganizationId)).ToListAsync(cancel);
        if (asked.Count != wanted.Count)
        {
            return DecideOutcome.NotFound;
        }

        if (asked.Exists(one => one.SupersededAt is not null || one.State is not OutsideState.Asked))
        {
            return DecideOutcome.Changed;
        }

        asked.ForEach(one => Turn(one, input.IsAccepted ? OutsideState.Accepted : OutsideState.Refused, input.Reason));
        await db.SaveChangesAsync(cancel);
        if (input.IsAccepted)
        {
            await complete.ReviewAsync([.. asked.Select(one => one.PersonId).Distinct()], [.. asked.Select(one => one.ProgrammeId).OfType<Guid>().Distinct()], lapse: null, cancel);
        }

        return DecideOutcome.Done;
    }, cancel);

    /// <summary>What is asked is taken back by the unit or by who decides; what is accepted only by who decides.</summary>
    public Task<DecideOutcome> WithdrawAsync(Guid factId, string reason, CancellationToken cancel) => GuardedAsync(async cancel =>
    {
        var (own, deciding) = (scope.Organizations(Capability.DeclarePositions), scope.Below(Capability.ConfirmDeclarations));
        var found = await db.OutsideTrainings.Known()
            .Where(one => one.FactId == factId && (deciding.Contains(one.OrganizationId) || (one.State == OutsideState.Asked && own.Contains(one.OrganizationId)))).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return DecideOutcome.NotFound;
        }

        if (found.State is not (OutsideState.Asked or OutsideState.Accepted))
        {
            return DecideOutcome.Changed;
        }

        var counted = found.State is OutsideState.Accepted;
        Turn(found, OutsideState.Withdrawn, reason);
        await db.SaveChangesAsync(cancel);
        if (counted)
        {
            await complete.ReviewAsync([found.PersonId], [.. new[] { found.ProgrammeId }.OfType<Guid>()], new Lapse(current.Id, reason), cancel);
        }

        return DecideOutcome.Done;
    }, cancel);

    private void Turn(OutsideTraining one, OutsideState state, string? reason)
    {
        one.Supersede(clock.Now);
        db.OutsideTrainings.Add(one.In(state, ids.Next(), current.Id, clock.Now, reason));
    }

    private async Task<DecideOutcome> GuardedAsync(Func<CancellationToken, Task<DecideOutcome>> action, CancellationToken cancel)
    {
        try
        {
            return await transactions.RunAsync(action, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return DecideOutcome.Changed;
        }
    }
}
