using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Asks for a day of a target to be frozen: fixes day, moment and who signs. What the snapshot says is counted afterwards, by what was known at that moment.</summary>
public sealed class FreezeFigure(Db db, Transactions transactions, OrganizationLocks locks, TargetQuery targets, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <param name="live">The target as it is today.</param>
    /// <param name="input">Day, signer and note.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<FreezeOutcome> RunAsync(TargetSummary live, SnapshotInput input, CancellationToken cancel)
    {
        var (day, moment) = (input.Day ?? live.Today, clock.Now);
        if (SnapshotDay.Against(live.Rule, day, live.Today) is { } fault)
        {
            return new FreezeOutcome.Refused(fault);
        }

        return await targets.FindAsOfAsync(live.Slug, day, moment, cancel) is not null
            ? await AskAsync(live, input, day, moment, cancel)
            : new FreezeOutcome.NoRule();
    }

    /// <summary>Begun, also where the same form was sent before; UnderWay where another form asked for the day and it is still being frozen: nothing of this one is kept.</summary>
    private Task<FreezeOutcome> AskAsync(TargetSummary target, SnapshotInput input, DateOnly day, DateTime moment, CancellationToken cancel) =>
        transactions.RunAsync<FreezeOutcome>(async cancel =>
        {
            var (targetId, form) = (target.Id, input.Form ?? ids.Next());
            await locks.TakeAsync([targetId], cancel);
            if (await db.SnapshotRequests.Where(r => r.TargetId == targetId && r.FormId == form).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancel) is { } same)
            {
                return new FreezeOutcome.Begun(same);
            }

            if (await db.SnapshotRequests.AsNoTracking().Where(r => r.TargetId == targetId && r.Day == day && r.Number == null && r.FailedAt == null).OrderBy(r => r.Id).FirstOrDefaultAsync(cancel) is { } other)
            {
                var by = other.CreatedBy;
                return new FreezeOutcome.UnderWay(await db.People.Where(person => person.Id == by && person.AnonymizedAt == null).Select(person => person.Name).SingleOrDefaultAsync(cancel), other.Moment);
            }

            var request = new SnapshotRequest { Id = ids.Next(), TargetId = targetId, FormId = form, Day = day, Moment = moment, CreatedBy = current.Id, Note = input.Note };
            db.Add(request);
            db.Add(RecordNames.Of(request.Id, input.Signer, target.SetterName, input.SignerTitle));
            await db.SaveChangesAsync(cancel);
            return new FreezeOutcome.Begun(request.Id);
        }, cancel);
}
