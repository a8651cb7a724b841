using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>Changes name, kind, stages, flags or area from a day on, until the next change that is known or without end.</summary>
public sealed class EditOrganization(
    Db db, Transactions transactions, TreeWriter tree, IFigures figures, Ids ids, DayClock clock, CurrentPerson current)
{
    public Task<TreeOutcome> RunAsync(Guid organizationId, DetailsChange change, CancellationToken cancel) =>
        transactions.RunAsync<TreeOutcome>(async cancel =>
        {
            await tree.LockAsync(cancel);
            var organization = await db.Organizations.SingleOrDefaultAsync(o => o.Id == organizationId, cancel);
            if (organization is null)
            {
                return new TreeOutcome.Missing();
            }

            var known = await db.OrganizationDetails.Where(d => d.OrganizationId == organizationId && d.SupersededAt == null).ToListAsync(cancel);
            if (KnownVersion.IsStale(change.Version, known.Select(d => d.Id)))
            {
                return new TreeOutcome.Changed(await LastAsync(known, cancel));
            }

            var (cut, until) = DatedChange.Place(known, change.From);
            if (cut is null)
            {
                return new TreeOutcome.Refused(TreeRefusal.NotThere);
            }

            if ((cut.Name, cut.Kind, cut.Stages, cut.Flags, cut.Area) == (change.Name, change.Kind, change.Stages, change.Flags, change.Area))
            {
                return new TreeOutcome.Refused(TreeRefusal.Nothing);
            }

            Write(cut, change, until);
            if (change.From <= clock.Today && clock.Today <= until)
            {
                (organization.Name, organization.NormalizedName) = (change.Name, NameFolding.Fold(change.Name));
            }

            await db.SaveChangesAsync(cancel);
            var affected = await tree.Below(organizationId).ToListAsync(cancel);
            await figures.CountSoonAsync(affected, cancel);
            return new TreeOutcome.Done(organization.Code);
        }, cancel);

    private void Write(OrganizationDetails cut, DetailsChange change, DateOnly until)
    {
        var now = clock.Now;
        Guid? recorder = current.IsSignedIn ? current.Id : null;
        cut.Supersede(now);
        if (cut.From < change.From)
        {
            db.Add(cut.EndingOn(change.From.AddDays(-1), ids.Next(), now, recorder, change.Reason));
        }

        var id = ids.Next();
        db.Add(new OrganizationDetails
        {
            Id = id,
            FactId = cut.From == change.From ? cut.FactId : id,
            OrganizationId = cut.OrganizationId,
            Name = change.Name,
            Kind = change.Kind,
            Stages = change.Stages,
            Flags = change.Flags,
            Area = change.Area,
            From = change.From,
            Until = until,
            RecordedAt = now,
            RecordedBy = recorder,
            Reason = change.Reason,
        });
    }

    private async Task<LastChange> LastAsync(List<OrganizationDetails> rows, CancellationToken cancel)
    {
        var last = rows.MaxBy(row => row.RecordedAt);
        return new LastChange(await db.People.Where(p => last != null && p.Id == last.RecordedBy).Select(p => p.Name).FirstOrDefaultAsync(cancel), last?.RecordedAt);
    }
}
