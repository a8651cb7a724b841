using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>A person has looked at what a list of organizations would do and lets it be written, or gives it up.</summary>
public sealed class ConfirmUnitList(Db db, Transactions transactions, UnitListsQuery lists, TreeWriter tree, ImportSignal signal, CurrentPerson current, DayClock clock)
{
    /// <param name="number">Of a list in reach.</param>
    /// <param name="mark">Of what was seen.</param>
    /// <param name="cancel">Ends it while nothing is agreed.</param>
    public async Task<ConfirmOutcome> RunAsync(string number, string mark, CancellationToken cancel)
    {
        var outcome = await transactions.RunAsync(cancel => AgreeAsync(number, mark, cancel), cancel);
        signal.Wake();
        return outcome;
    }

    /// <summary>Gives up what is not written; false when it is being written or all of it is.</summary>
    public Task<bool> AbandonAsync(Guid id, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var now = clock.Now;
        var isAbandoned = await db.UnitListImports.Where(list => list.Id == id && (list.State == ImportState.Preview || list.State == ImportState.Stopped || list.State == ImportState.Failed)).ExecuteUpdateAsync(set => set
            .SetProperty(list => list.State, ImportState.Abandoned).SetProperty(list => list.Content, Array.Empty<byte>()).SetProperty(list => list.EndedAt, now), cancel) == 1;
        if (isAbandoned)
        {
            await db.RosterImportParts.Where(part => part.ImportId == id).ExecuteDeleteAsync(cancel);
        }

        return isAbandoned;
    }, cancel);

    private async Task<ConfirmOutcome> AgreeAsync(string number, string mark, CancellationToken cancel)
    {
        // Nobody changes the tree between the comparison and the moment of which the writing speaks.
        await tree.LockAsync(cancel);
        if (await lists.FindAsync(number, cancel) is not { Import.State: ImportState.Preview } page || !string.Equals(page.Mark, mark, StringComparison.Ordinal))
        {
            return ConfirmOutcome.Moved;
        }

        if (page.ToWrite is 0)
        {
            return ConfirmOutcome.NothingToWrite;
        }

        var import = await db.UnitListImports.SingleAsync(list => list.Id == page.Import.Id, cancel);
        if (import.State is not ImportState.Preview)
        {
            return ConfirmOutcome.Moved;
        }

        (import.State, import.ConfirmedBy, import.AgreedAt, import.StartedAt, import.Content) = (ImportState.Applying, current.Id, clock.Now, clock.Now, []);
        (import.Added, import.Changed, import.NotWritten) = (page.CountOf(RowVerdict.Added), page.CountOf(RowVerdict.Changed), page.CountOf(RowVerdict.Refused));
        db.AddRange(UnitPlan.InWritingOrder(page.Plans).Chunk(ApplyUnitList.PlansInPart)
            .Select((plans, index) => new RosterImportPart { ImportId = import.Id, Number = index + 1, Content = ImportJson.Pack(plans) }));
        await db.SaveChangesAsync(cancel);
        return ConfirmOutcome.Started;
    }
}
