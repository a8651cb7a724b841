using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Standards;

/// <summary>Throws a draft away; what was published before stays.</summary>
public sealed class DeleteDraft(Db db, Transactions transactions, Scope scope)
{
    public Task<DraftOutcome> RunAsync(Guid id, Guid? stamp, CancellationToken cancel) =>
        transactions.RunAsync<DraftOutcome>(async cancel =>
        {
            var reach = scope.Organizations(Capability.ManageStandards);
            if (await db.EditionDrafts.SingleOrDefaultAsync(d => d.Id == id && reach.Contains(d.OwnerId), cancel) is not { } draft)
            {
                return new DraftOutcome.NotFound();
            }

            if (draft.Stamp != stamp)
            {
                return new DraftOutcome.Changed(await db.LastChangeOfAsync(draft, cancel));
            }

            db.EditionDrafts.Remove(draft);
            await db.SaveChangesAsync(cancel);
            return new DraftOutcome.Deleted();
        }, cancel);
}
