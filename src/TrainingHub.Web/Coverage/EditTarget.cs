using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Programmes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Corrects a target from a day on, or withdraws it. Figures of earlier days stay; what stands for today is counted again at once.</summary>
public sealed class EditTarget(Db db, Transactions transactions, PlanRecounts plan, TurnOfDay turn, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <param name="targetId">Within reach: the caller has asked.</param>
    /// <param name="draft">What it is called and what holds then.</param>
    /// <param name="from">First day (included).</param>
    /// <param name="reason">In their words.</param>
    /// <param name="version">That the form showed.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<EditTargetOutcome> RunAsync(Guid targetId, TargetDraft draft, DateOnly from, string? reason, string? version, CancellationToken cancel) =>
        ChangeAsync(targetId, version, (target, known) =>
        {
            var (name, nameEn) = (draft.Name, draft.NameEn ?? draft.Name);
            var isRenamed = (target.Name, target.NameEn, target.Source) != (name, nameEn, draft.Source);
            if (!known.Exists(rule => rule.HoldsOn(from)))
            {
                return new EditTargetOutcome.NoRule();
            }

            var rows = TargetRules.Change(target, known, draft, from, new RuleChange(ids.Next, clock.Now, current.Id, reason));
            if (rows.Count == 0 && !isRenamed)
            {
                return new EditTargetOutcome.Nothing();
            }

            (target.Name, target.NameEn, target.Source) = (name, nameEn, draft.Source);
            db.TargetRules.AddRange(rows);
            return new EditTargetOutcome.Done();
        }, cancel);

    /// <summary>It counts and reminds no more from the day on.</summary>
    public Task<EditTargetOutcome> WithdrawAsync(Guid targetId, DateOnly from, string? reason, string? version, CancellationToken cancel) =>
        ChangeAsync(targetId, version, (target, known) =>
        {
            if (TargetRules.Withdraw(target, known, from, new RuleChange(ids.Next, clock.Now, current.Id, reason)) is not { } row)
            {
                return new EditTargetOutcome.NoRule();
            }

            db.TargetRules.Add(row);
            return new EditTargetOutcome.Done();
        }, cancel);

    private async Task<EditTargetOutcome> ChangeAsync(Guid targetId, string? version, Func<CoverageTarget, List<TargetRule>, EditTargetOutcome> change, CancellationToken cancel)
    {
        var outcome = await transactions.RunAsync(async cancel =>
        {
            // The second of two waits, and is told. On SQLite the write gate is the lock.
            if (db.IsPostgres)
            {
                await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"CoverageTargets\" WHERE \"Id\" = {targetId} FOR NO KEY UPDATE", cancel);
            }

            var target = await db.CoverageTargets.SingleAsync(one => one.Id == targetId, cancel);
            var known = await db.TargetRules.Known().Where(rule => rule.TargetId == targetId).OrderBy(rule => rule.From).ToListAsync(cancel);
            if (!string.Equals(version, OwnTarget.VersionOf(target, known), StringComparison.Ordinal))
            {
                return new EditTargetOutcome.Changed(await LastAsync(known, cancel));
            }

            var changed = change(target, known);
            if (changed is EditTargetOutcome.Done)
            {
                await db.SaveChangesAsync(cancel);
                await plan.MarkAsync(target.OrganizationId, clock.Today, cancel);
            }

            return changed;
        }, cancel);
        if (outcome is EditTargetOutcome.Done)
        {
            await turn.EnsureAsync(cancel);
        }

        return outcome;
    }

    private async Task<LastChange> LastAsync(List<TargetRule> known, CancellationToken cancel)
    {
        var last = known.MaxBy(rule => rule.RecordedAt);
        return new LastChange(await db.People.Where(person => last != null && person.Id == last.RecordedBy).Select(person => person.Name).FirstOrDefaultAsync(cancel), last?.RecordedAt);
    }
}
