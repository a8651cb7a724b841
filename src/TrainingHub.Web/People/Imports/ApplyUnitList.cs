using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>
/// Writes a list of organizations step by step, as it was agreed to: new units, those above first, then what changes of others from the effective day on. A step is one
/// transaction, so that whatever kills the process between two steps, the next one goes on where the last commit ended.
/// </summary>
public sealed class ApplyUnitList(
    Db db, Transactions transactions, TreeWriter tree, MoveOrganization move, EditOrganization edit, IFigures figures, ImportPace pace, CurrentPerson current, DayClock clock)
{
    /// <summary>So many plans lie in one part; a step never takes more.</summary>
    public const int PlansInPart = 50;

    /// <summary>One step, for the person who agreed to it; false when nothing is left to do.</summary>
    public async Task<bool> StepAsync(Guid importId, CancellationToken cancel)
    {
        if (await db.UnitListImports.AsNoTracking().SingleOrDefaultAsync(list => list.Id == importId && list.State == ImportState.Applying, cancel) is not { } import)
        {
            return false;
        }

        current.ActFor(import.ConfirmedBy ?? import.UploadedBy);
        if (import.Left is 0)
        {
            await FinishAsync(importId, cancel);
            return false;
        }

        var (part, first) = (import.Done / PlansInPart + 1, import.Done % PlansInPart);
        var content = await db.RosterImportParts.AsNoTracking().Where(one => one.ImportId == importId && one.Number == part).Select(one => one.Content).SingleAsync(cancel);
        var most = Math.Min(Math.Min(pace.RowsFor(db, ImportTask.Units), PlansInPart - first), import.Left);
        var plans = ImportJson.Unpack<UnitPlan[]>(content)[first..(first + most)];
        var began = 0L;
        var isWritten = await transactions.RunAsync(cancel =>
        {
            began = Stopwatch.GetTimestamp();
            return WriteAsync(import, plans, cancel);
        }, cancel);
        pace.Learn(ImportTask.Units, plans.Length, began);
        return isWritten;
    }

    /// <summary>Places in the order of writing, from one, of what somebody else was faster with.</summary>
    internal static HashSet<int> LateOf(UnitListImport import) => import.Late.Length is 0 ? [] : ImportJson.Read<HashSet<int>>(import.Late);

    private async Task<bool> WriteAsync(UnitListImport import, UnitPlan[] plans, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var (id, done, count, leasedUntil) = (import.Id, import.Done, plans.Length, clock.Now + ImportWork.Lease);
        if (await db.UnitListImports.Where(list => list.Id == id && list.State == ImportState.Applying && list.Done == done).ExecuteUpdateAsync(set => set
            .SetProperty(list => list.Done, done + count).SetProperty(list => list.LeasedUntil, leasedUntil).SetProperty(list => list.Faults, 0), cancel) is 0)
        {
            return false;
        }

        await tree.LockAsync(cancel);
        var late = LateOf(import);
        var before = late.Count;
        foreach (var (index, plan) in plans.Index())
        {
            if (!await (plan.Verdict is RowVerdict.Added ? AddAsync(import, plan, cancel) : ChangeAsync(import, plan, cancel)))
            {
                late.Add(done + index + 1);
            }
        }

        if (late.Count > before)
        {
            var (all, json) = (late.Count, ImportJson.Write(late));
            await db.UnitListImports.Where(list => list.Id == id).ExecuteUpdateAsync(set => set.SetProperty(list => list.Late, json).SetProperty(list => list.RefusedLate, all), cancel);
        }

        return true;
    }

    /// <summary>False where somebody added a unit of that name there meanwhile, or the unit above was not written.</summary>
    private async Task<bool> AddAsync(UnitListImport import, UnitPlan plan, CancellationToken cancel)
    {
        var (agreed, parent, name) = (import.AgreedAt, plan.ParentId, NameFolding.Fold(plan.Row.Name));
        if (await db.OrganizationParents.Known().AnyAsync(one => one.ParentId == parent && one.RecordedAt > agreed && db.Organizations.Any(unit => unit.Id == one.OrganizationId && unit.NormalizedName == name), cancel)
            || !await db.Organizations.AnyAsync(unit => unit.Id == parent, cancel) || await tree.WriteAsync([NewUnit(plan)], cancel) is not null)
        {
            return false;
        }

        await figures.CountSoonAsync([plan.UnitId], cancel);
        return true;
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

    /// <summary>False where somebody else changed the unit meanwhile, or the tree does not allow it on that day.</summary>
    private async Task<bool> ChangeAsync(UnitListImport import, UnitPlan plan, CancellationToken cancel)
    {
        var (unit, agreed, day, reason) = (plan.UnitId, import.AgreedAt, import.EffectiveDay, import.Reason);
        var now = await db.OrganizationDetails.On(day).AsNoTracking().SingleOrDefaultAsync(one => one.OrganizationId == unit, cancel);
        if (now is null
            || await db.OrganizationDetails.AnyAsync(one => one.OrganizationId == unit && one.RecordedAt > agreed && one.Reason != reason, cancel)
            || await db.OrganizationParents.AnyAsync(one => one.OrganizationId == unit && one.RecordedAt > agreed && one.Reason != reason, cancel))
        {
            return false;
        }

        if (plan.ParentId is { } parent && await move.RunAsync(unit, parent, day, reason, version: null, cancel) is not (TreeOutcome.Done or TreeOutcome.Refused { Why: TreeRefusal.Nothing }))
        {
            return false;
        }

        if (plan.Differences.All(one => one.Column is UnitColumn.Above))
        {
            return true;
        }

        return await edit.RunAsync(unit, new DetailsChange
        {
            From = day,
            Name = plan.Differences.Any(one => one.Column is UnitColumn.Name) ? plan.Row.Name : now.Name,
            Kind = plan.Row.Kind ?? now.Kind,
            Stages = plan.Row.Stages ?? now.Stages,
            Flags = plan.Row.Flags ?? now.Flags,
            Area = plan.Row.Area ?? now.Area,
            Reason = reason,
        }, cancel) is TreeOutcome.Done or TreeOutcome.Refused { Why: TreeRefusal.Nothing }
            ? true
            : throw new InvalidOperationException($"Row {plan.Row.Number} is half written.");
    }

    /// <summary>What was not written stays, with the reason of each row, until it is looked at no more.</summary>
    private Task FinishAsync(Guid importId, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        db.ChangeTracker.Clear();
        if (await db.UnitListImports.SingleOrDefaultAsync(list => list.Id == importId && list.State == ImportState.Applying, cancel) is not { } import)
        {
            return;
        }

        var parts = await db.RosterImportParts.AsNoTracking().Where(part => part.ImportId == importId).OrderBy(part => part.Number).Select(part => part.Content).ToListAsync(cancel);
        var late = LateOf(import);
        List<UnitPlan> plans = [.. parts.SelectMany(ImportJson.Unpack<UnitPlan[]>)];
        List<UnitPlan> missed = [.. plans.Where((_, index) => late.Contains(index + 1))];
        import.Content = ImportJson.Pack(UnitPlan.AfterWriting(plans, late).Where(plan => plan.Verdict is RowVerdict.Refused).ToArray());
        (import.Added, import.Changed) = (import.Added - missed.Count(plan => plan.Verdict is RowVerdict.Added), import.Changed - missed.Count(plan => plan.Verdict is RowVerdict.Changed));
        (import.State, import.NotWritten, import.EndedAt, import.LeaseOwner, import.LeasedUntil) = (ImportState.Applied, import.NotWritten + missed.Count, clock.Now, null, null);
        await db.SaveChangesAsync(cancel);
        await db.RosterImportParts.Where(part => part.ImportId == importId).ExecuteDeleteAsync(cancel);
    }, cancel);
}
