using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>Ends an organization with a last day. Units below and people have to be moved or ended first, so that nobody drops out unseen.</summary>
public sealed class CloseOrganization(
    Db db, Transactions transactions, TreeWriter tree, IFigures figures, Ids ids, DayClock clock, CurrentPerson current)
{
    /// <param name="until">Last day on which it exists (included).</param>
    public Task<TreeOutcome> RunAsync(Guid organizationId, DateOnly until, string? reason, string? version, CancellationToken cancel) =>
        transactions.RunAsync<TreeOutcome>(async cancel =>
        {
            await tree.LockAsync(cancel);
            var organization = await db.Organizations.SingleOrDefaultAsync(o => o.Id == organizationId, cancel);
            if (organization is null)
            {
                return new TreeOutcome.Missing();
            }

            var known = await db.OrganizationDetails.Where(d => d.OrganizationId == organizationId && d.SupersededAt == null).ToListAsync(cancel);
            if (KnownVersion.IsStale(version, known.Select(d => d.Id)))
            {
                return new TreeOutcome.Changed(new LastChange(null, known.Max(d => (DateTime?)d.RecordedAt)));
            }

            if (await FindObstacleAsync(organizationId, known, until, cancel) is { } refused)
            {
                return refused;
            }

            Write(known, until, reason);
            await db.SaveChangesAsync(cancel);
            await figures.CountAgainAsync(new FactsChanged { Organizations = [organizationId] }, cancel);
            return new TreeOutcome.Done(organization.Code);
        }, cancel);

    private async Task<TreeOutcome.Refused?> FindObstacleAsync(Guid id, List<OrganizationDetails> known, DateOnly until, CancellationToken cancel)
    {
        if (!known.Any(d => d.HoldsOn(until)))
        {
            return new TreeOutcome.Refused(TreeRefusal.NotThere);
        }

        var units = await db.OrganizationParents.CountAsync(p => p.ParentId == id && p.SupersededAt == null && p.Until > until
            && db.OrganizationDetails.Any(d => d.OrganizationId == p.OrganizationId && d.SupersededAt == null && d.Until > until && d.From <= p.Until), cancel);
        if (units > 0)
        {
            return new TreeOutcome.Refused(TreeRefusal.HasUnits, units);
        }

        var people = await db.Memberships.CountAsync(m => m.OrganizationId == id && m.SupersededAt == null && m.Until > until, cancel);
        return people > 0 ? new TreeOutcome.Refused(TreeRefusal.HasPeople, people) : null;
    }

    private void Write(List<OrganizationDetails> known, DateOnly until, string? reason)
    {
        var now = clock.Now;
        foreach (var details in known.Where(d => d.Until > until))
        {
            details.Supersede(now);
            if (details.From <= until)
            {
                db.Add(details.EndingOn(until, ids.Next(), now, current.IsSignedIn ? current.Id : null, reason));
            }
        }
    }
}
