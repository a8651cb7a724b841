using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>Gives and takes back grants, within the sub-trees on which the current person may grant, and only what that person may do there.</summary>
public sealed partial class GivePermission(
    Db db, Transactions transactions, Scope scope, CurrentPerson current, Ids ids, DayClock clock, ILogger<GivePermission> log)
{
    public Task<GrantOutcome> RunAsync(Guid personId, Guid organizationId, IReadOnlyCollection<Capability> capabilities, CancellationToken cancel) =>
        transactions.RunAsync(async cancel =>
        {
            if (!await scope.PeopleInPost(Capability.ManageGrants).AnyAsync(p => p.Id == personId, cancel))
            {
                return GrantOutcome.Missing;
            }

            var own = await scope.OnAsync(organizationId, cancel);
            if (!own.Contains(Capability.ManageGrants))
            {
                return GrantOutcome.Missing;
            }

            if (!capabilities.All(own.Contains))
            {
                return GrantOutcome.NotYours;
            }

            var present = await db.Grants.Where(g => g.PersonId == personId && g.OrganizationId == organizationId && g.RevokedAt == null)
                .Select(g => g.Capability).ToListAsync(cancel);
            foreach (var capability in capabilities.Distinct().Except(present))
            {
                db.Add(new Grant
                {
                    Id = ids.Next(),
                    PersonId = personId,
                    OrganizationId = organizationId,
                    Capability = capability,
                    GrantedAt = clock.Now,
                    GrantedBy = current.Id,
                });
                Granted(capability, organizationId, personId, current.Id);
            }

            await db.SaveChangesAsync(cancel);
            return GrantOutcome.Done;
        }, cancel);

    public Task<GrantOutcome> TakeBackAsync(Guid personId, Guid grantId, CancellationToken cancel) =>
        transactions.RunAsync(async cancel =>
        {
            var reach = scope.Organizations(Capability.ManageGrants);
            var grant = await db.Grants.SingleOrDefaultAsync(
                g => g.Id == grantId && g.PersonId == personId && g.RevokedAt == null && reach.Contains(g.OrganizationId), cancel);
            if (grant is null)
            {
                return GrantOutcome.Missing;
            }

            if (personId == current.Id && grant.Capability == Capability.ManageGrants)
            {
                return GrantOutcome.OwnGrant;
            }

            (grant.RevokedAt, grant.RevokedBy) = (clock.Now, current.Id);
            await db.SaveChangesAsync(cancel);
            Revoked(grant.Capability, grant.OrganizationId, personId, current.Id);
            return GrantOutcome.Done;
        }, cancel);

    [LoggerMessage(210, LogLevel.Information, "{Capability} on organization {OrganizationId} was granted to person {PersonId} by {By}.")]
    private partial void Granted(Capability capability, Guid organizationId, Guid personId, Guid by);

    [LoggerMessage(211, LogLevel.Information, "{Capability} on organization {OrganizationId} was taken back from person {PersonId} by {By}.")]
    private partial void Revoked(Capability capability, Guid organizationId, Guid personId, Guid by);
}
