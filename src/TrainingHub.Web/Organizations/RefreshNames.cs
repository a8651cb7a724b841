using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>Brings the names that lists show to those in force today: a renaming may have been entered for a day ahead.</summary>
public sealed class RefreshNames(Db db, Transactions transactions, DayClock clock)
{
    /// <returns>How many names changed.</returns>
    public Task<int> RunAsync(CancellationToken cancel) =>
        transactions.RunAsync(async cancel =>
        {
            var today = clock.Today;
            var stale = await (
                from organization in db.Organizations
                join details in db.OrganizationDetails on organization.Id equals details.OrganizationId
                where details.SupersededAt == null && details.From <= today && today <= details.Until && details.Name != organization.Name
                select new { organization, details.Name }).ToListAsync(cancel);
            foreach (var entry in stale)
            {
                (entry.organization.Name, entry.organization.NormalizedName) = (entry.Name, NameFolding.Fold(entry.Name));
            }

            return await db.SaveChangesAsync(cancel);
        }, cancel);
}
