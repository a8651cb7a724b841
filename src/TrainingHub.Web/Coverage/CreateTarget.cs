using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Programmes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Sets targets and counts them at once, in steps. What is not yet counted when it is stopped is counted by the next page or minute.</summary>
public sealed class CreateTarget(Db db, Transactions transactions, PlanRecounts plan, TurnOfDay turn, DayClock clock)
{
    public async Task<CreateTargetOutcome> RunAsync(IReadOnlyCollection<TargetPreset> presets, CancellationToken cancel)
    {
        var slugs = presets.Select(preset => preset.Target.Slug).ToList();
        var isSet = await transactions.RunAsync(async cancel =>
        {
            if (await db.CoverageTargets.AnyAsync(t => slugs.Contains(t.Slug), cancel))
            {
                return false;
            }

            db.CoverageTargets.AddRange(presets.Select(preset => preset.Target));
            db.TargetRules.AddRange(presets.Select(preset => preset.Rule));
            await SaveAsync(cancel);
            foreach (var setter in presets.Select(preset => preset.Target.OrganizationId).Distinct())
            {
                await plan.MarkAsync(setter, clock.Today, cancel);
            }

            return true;
        }, cancel);
        if (!isSet)
        {
            return new CreateTargetOutcome.Taken();
        }

        await turn.EnsureAsync(cancel);
        return new CreateTargetOutcome.Created();
    }

    // On PostgreSQL two can look, find nothing and set the same target; the unique index lets one through, and the other begins again and finds it.
    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("Another request set the same target in the same moment.");
        }
    }
}
