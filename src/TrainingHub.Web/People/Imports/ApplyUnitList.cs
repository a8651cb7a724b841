using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>Writes a list of organizations whole or not at all: new units, those above first, then what changes of others from the effective day on.</summary>
public sealed class ApplyUnitList(
    Db db, Transactions transactions, UnitListsQuery lists, TreeWriter tree, MoveOrganization move, EditOrganization edit, IFigures figures, CurrentPerson current, DayClock clock)
{
    /// <summary>Answers that the list has moved, and writes nothing, where a single row cannot be written any more.</summary>
    /// <param name="number">Of a list in reach.</param>
    /// <param name="mark">Of what was seen.</param>
    /// <param name="cancel">Ends it while nothing is written.</param>
    public async Task<ConfirmOutcome> RunAsync(string number, string mark, CancellationToken cancel)
    {
        try
        {
            return await transactions.RunAsync(cancel => ApplyAsync(number, mark, cancel), cancel);
        }
        catch (Exception exception) when (exception is DbUpdateConcurrencyException or RowNotWrittenException)
        {
            db.ChangeTracker.Clear();
            return ConfirmOutcome.Moved;
        }
    }

    /// <summary>Gives up what is not written; false when it is.</summary>
    public Task<bool> AbandonAsync(Guid id, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var now = clock.Now;
        return await db.UnitListImports.Where(list => list.Id == id && list.State == ImportState.Preview).ExecuteUpdateAsync(set => set
            .SetProperty(list => list.State, ImportState.Abandoned).SetProperty(list => list.Content, Array.Empty<byte>()).SetProperty(list => list.EndedAt, now), cancel) == 1;
    }, cancel);

    private async Task<ConfirmOutcome> ApplyAsync(string number, string mark, CancellationToken cancel)
    {
        // Nobody changes the tree between the comparison and the writing.
        await tree.LockAsync(cancel);
        if (await lists.FindAsync(number, cancel) is not { Import.State: ImportState.Preview } page || !string.Equals(page.Mark, mark, StringComparison.Ordinal))
        {
            return ConfirmOutcome.Moved;
        }

        if (page.ToWrite is 0)
        {
            return ConfirmOutcome.NothingToWrite;
        }

        var (import, plans) = (await db.UnitListImports.SingleAsync(list => list.Id == page.Import.Id, cancel), page.Plans);
        (import.State, import.EndedAt, import.Content) = (ImportState.Applied, clock.Now, []);
        await db.SaveChangesAsync(cancel);
        List<UnitPlan> added = [.. plans.Where(plan => plan.Verdict is RowVerdict.Added).OrderBy(plan => plan.Depth)];
        if (added.Count > 0 && await tree.WriteAsync([.. added.Select(NewUnit)], cancel) is not null)
        {
            throw new RowNotWrittenException();
        }

        await figures.CountSoonAsync([.. added.Select(plan => plan.UnitId)], cancel);
        foreach (var plan in plans.Where(plan => plan.Verdict is RowVerdict.Changed))
        {
            if (!await ChangeAsync(import, plan, cancel))
            {
                throw new RowNotWrittenException();
            }
        }

        (import.Added, import.Changed, import.NotWritten) = (added.Count, page.CountOf(RowVerdict.Changed), page.CountOf(RowVerdict.Refused));
        await db.SaveChangesAsync(cancel);
        return ConfirmOutcome.Started;
    }

    private NewOrganization NewUnit(UnitPlan plan) => new()
    {
        Id = plan.UnitId,
        ParentId = plan.ParentId,
        Code = Ids.Code(6),
        Name = plan.Row.Name,
        Kind = plan.Row.Kind ?? throw new InvalidOperationException($"Row {plan.Row.Number} has no kind."),
        Stages = plan.Row.Stages ?? SchoolStages.None,
        Flags = plan.Row.Flags ?? OrganizationFlags.None,
        Area = plan.Row.Area,
        From = plan.From,
        RecordedBy = current.Id,
    };

    /// <summary>False where the tree does not allow it on that day.</summary>
    private async Task<bool> ChangeAsync(UnitListImport import, UnitPlan plan, CancellationToken cancel)
    {
        var reason = $"机构名单导入{import.Number}";
        if (plan.ParentId is { } parent && await move.RunAsync(plan.UnitId, parent, import.EffectiveDay, reason, version: null, cancel) is not (TreeOutcome.Done or TreeOutcome.Refused { Why: TreeRefusal.Nothing }))
        {
            return false;
        }

        var day = import.EffectiveDay;
        if (plan.Differences.All(one => one.Column is UnitColumn.Above))
        {
            return true;
        }

        if (await db.OrganizationDetails.On(day).AsNoTracking().SingleOrDefaultAsync(one => one.OrganizationId == plan.UnitId, cancel) is not { } now)
        {
            return false;
        }

        return await edit.RunAsync(plan.UnitId, new DetailsChange
        {
            From = day,
            Name = plan.Differences.Any(one => one.Column is UnitColumn.Name) ? plan.Row.Name : now.Name,
            Kind = plan.Row.Kind ?? now.Kind,
            Stages = plan.Row.Stages ?? now.Stages,
            Flags = plan.Row.Flags ?? now.Flags,
            Area = plan.Row.Area ?? now.Area,
            Reason = reason,
        }, cancel) is TreeOutcome.Done or TreeOutcome.Refused { Why: TreeRefusal.Nothing };
    }

    /// <summary>Takes back everything that was written before.</summary>
    private sealed class RowNotWrittenException : Exception;
}
