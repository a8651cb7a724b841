using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People.Imports;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Plans;

/// <summary>What a plan proposes: a small one is computed at once, a large one in the background and read from what was kept.</summary>
public sealed class ReadProposal(Db db, Transactions transactions, ProposalQuery proposals, PlanFactsQuery facts, PlanSize size, PlanSignal signal, CurrentPerson current, DayClock clock)
{
    /// <summary>Null while it is being computed: it is then asked for, and whoever comes back finds it.</summary>
    public async Task<PlanProposal?> RunAsync(FoundPlan found, CancellationToken cancel)
    {
        var kept = await FindAsync(found, cancel);
        if (kept is { IsCalling: true })
        {
            return null;
        }

        if (kept is { ComputedAt: { } at } && kept.Version == found.Plan.Version && clock.DayOf(at) == clock.Today)
        {
            return await RestoreAsync(found, kept, cancel);
        }

        if (kept is null && await facts.CountAsync(found, size.MostAtOnce + 1, cancel) <= size.MostAtOnce)
        {
            return await proposals.RunAsync(found, cancel);
        }

        if (kept is null or { ComputedAt: not null })
        {
            await AskAsync(found, cancel);
        }

        return null;
    }

    /// <summary>How far it is; null where it was never asked for.</summary>
    public Task<KeptProposal?> FindAsync(FoundPlan found, CancellationToken cancel)
    {
        var (planId, personId) = (found.Plan.Id, current.Id);
        return db.KeptProposals.AsNoTracking().SingleOrDefaultAsync(one => one.PlanId == planId && one.PersonId == personId, cancel);
    }

    /// <summary>Has it computed anew from what is known now.</summary>
    public async Task AskAsync(FoundPlan found, CancellationToken cancel)
    {
        var (planId, personId) = (found.Plan.Id, current.Id);
        try
        {
            await transactions.RunAsync(async cancel =>
            {
                var kept = await db.KeptProposals.SingleOrDefaultAsync(one => one.PlanId == planId && one.PersonId == personId, cancel);
                if (kept is { ComputedAt: null, HasFailed: false } or { IsCalling: true, HasFailed: false })
                {
                    // It is being computed, or people are being called by it.
                    return;
                }

                if (kept is null)
                {
                    db.KeptProposals.Add(kept = new KeptProposal { PlanId = planId, PersonId = personId });
                }

                kept.Ask(clock.Now);
                await db.SaveChangesAsync(cancel);
            }, cancel);
        }
        catch (DbUpdateException)
        {
            // Another request of the same person asked in the same moment, or the plan was thrown away.
            db.ChangeTracker.Clear();
        }

        signal.Wake();
    }

    private async Task<PlanProposal> RestoreAsync(FoundPlan found, KeptProposal kept, CancellationToken cancel)
    {
        var (planId, content) = (found.Plan.Id, ImportJson.Unpack<KeptContent>(kept.Content));
        var planned = await db.PlannedBatches.AsNoTracking().Where(batch => batch.PlanId == planId).ToDictionaryAsync(batch => batch.Number, cancel);
        List<Guid> ids = [.. planned.Values.Select(batch => batch.SessionId).OfType<Guid>()];
        var sessions = await db.TrainingSessions.AsNoTracking().Where(session => ids.Contains(session.Id)).ToDictionaryAsync(session => session.Id, cancel);
        List<Guid> people = [.. content.Rows.Select(row => row.PersonId)];
        var names = await db.People.AsNoTracking().Where(person => EF.Parameter(people).Contains(person.Id) && person.AnonymizedAt == null)
            .Select(person => new { person.Id, person.Name, person.StaffNumber }).ToDictionaryAsync(person => person.Id, cancel);
        return new PlanProposal
        {
            Found = found,
            ComputedAt = kept.ComputedAt,
            Batches = [.. content.Lines.Select(line => new PlanProposal.Line(
                new PlanFacts.Batch(planned[line.Number], line.IsForeign || planned[line.Number].SessionId is not { } id ? null : sessions[id], line.Place, line.Seen), line.Called, line.New))],
            Rows = [.. content.Rows.Where(row => names.ContainsKey(row.PersonId)).Select(row => row with { Name = names[row.PersonId].Name, StaffNumber = names[row.PersonId].StaffNumber })],
            Faults = [.. content.Faults.Where(fault => names.ContainsKey(fault.PersonId)).Select(fault => (fault, names[fault.PersonId].Name))],
            IsCut = content.IsCut,
        };
    }
}
