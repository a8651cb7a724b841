using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>Saves what was written in a draft; which document it is and what it replaces stay.</summary>
public sealed class SaveDraft(Db db, Transactions transactions, Scope scope, CurrentPerson current, Ids ids, DayClock clock)
{
    public Task<DraftOutcome> RunAsync(Guid id, DraftInput input, IReadOnlyList<Clause> clauses, CancellationToken cancel) =>
        transactions.RunAsync<DraftOutcome>(async cancel =>
        {
            var reach = scope.Organizations(Capability.ManageStandards);
            if (await db.EditionDrafts.SingleOrDefaultAsync(d => d.Id == id && reach.Contains(d.OwnerId), cancel) is not { } draft)
            {
                return new DraftOutcome.NotFound();
            }

            if (draft.Stamp != input.Stamp)
            {
                return new DraftOutcome.Changed(await db.LastChangeOfAsync(draft, cancel));
            }

            draft.Take(input.EditionOf(draft.Slug, draft.Written.Replaces, clauses), input.Readers);
            (draft.Stamp, draft.WrittenBy, draft.WrittenAt) = (ids.Next(), current.Id, clock.Now);
            await db.SaveChangesAsync(cancel);
            return new DraftOutcome.Saved(draft.Id);
        }, cancel);
}
