using Microsoft.EntityFrameworkCore;
using TrainingHub.Programmes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Sets targets and counts them at once. What is not yet counted when it is stopped is counted by the next page or minute.</summary>
public sealed class CreateTarget(Db db, Transactions transactions, PlanRecounts plan, TurnOfDay turn, DayClock clock)
{
    /// <exception cref="ArgumentException">A roster day lies after its cut-off day, or a slug is taken.</exception>
    public async Task RunAsync(IReadOnlyCollection<TargetPreset> presets, CancellationToken cancel)
    {
        if (presets.FirstOrDefault(preset => preset.Rule.RosterDay > preset.Rule.CutOffDay) is { } wrong)
        {
            throw new ArgumentException($"Target {wrong.Target.Slug}: the roster day lies after the cut-off day.", nameof(presets));
        }

        var slugs = presets.Select(preset => preset.Target.Slug).ToList();
        await transactions.RunAsync(async cancel =>
        {
            if (await db.CoverageTargets.Where(t => slugs.Contains(t.Slug)).Select(t => t.Slug).FirstOrDefaultAsync(cancel) is { } taken)
            {
                throw new ArgumentException($"There is a target {taken} already.", nameof(presets));
            }

            db.CoverageTargets.AddRange(presets.Select(preset => preset.Target));
            db.TargetRules.AddRange(presets.Select(preset => preset.Rule));
            await db.SaveChangesAsync(cancel);
            foreach (var setter in presets.Select(preset => preset.Target.OrganizationId).Distinct())
            {
                await plan.MarkAsync(setter, clock.Today, cancel);
            }
        }, cancel);
        await turn.EnsureAsync(cancel);
    }
}
