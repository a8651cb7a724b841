using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Account;

/// <summary>Makes activation slips for people of one organization; earlier slips of the same people end.</summary>
public sealed partial class IssueSlips(Db db, Transactions transactions, Scope scope, CurrentPerson current, Ids ids, DayClock clock, ILogger<IssueSlips> log)
{
    public const int Most = 500;

    /// <summary>How long a slip is good, counted from its printing.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>People of the organization to whom the current person may give a code: in post, with a phone, and without power elsewhere.</summary>
    /// <remarks>Whoever resets a password could sign in as that person; so nobody does it for a person granted more than they reach themselves.</remarks>
    public IQueryable<Person> Eligible(Guid organizationId)
    {
        var (reach, today) = (scope.Organizations(Capability.ManageAccounts), clock.Today);
        var inPost = InPost(organizationId, today);
        return db.People.Where(p => inPost.Contains(p.Id) && p.Phone != null && p.AnonymizedAt == null
            && !db.Grants.Any(g => g.PersonId == p.Id && g.RevokedAt == null && !reach.Contains(g.OrganizationId)));
    }

    /// <summary>Ids of those who hold or will hold a post in the organization. Few of all people: queries begin with them.</summary>
    public IQueryable<Guid> InPost(Guid organizationId, DateOnly today) =>
        db.Memberships.Where(m => m.OrganizationId == organizationId && m.SupersededAt == null && m.Until >= today).Select(m => m.PersonId);

    /// <param name="people">Whom to print for; null for everybody without an account. Those not eligible are left out.</param>
    public Task<IReadOnlyList<PrintedSlip>> RunAsync(Organization organization, IReadOnlyCollection<Guid>? people, CancellationToken cancel) =>
        transactions.RunAsync<IReadOnlyList<PrintedSlip>>(async cancel =>
        {
            var eligible = Eligible(organization.Id);
            eligible = people is null
                ? eligible.Where(p => !db.Users.Any(u => u.PersonId == p.Id))
                : eligible.Where(p => people.Contains(p.Id));
            var chosen = await eligible.OrderBy(p => p.NormalizedName).Take(Most)
                .Select(p => new { p.Id, p.Name, HasAccount = db.Users.Any(u => u.PersonId == p.Id) }).ToListAsync(cancel);
            var (now, chosenIds) = (clock.Now, chosen.Select(p => p.Id).ToList());
            await db.ActivationSlips.Where(s => chosenIds.Contains(s.PersonId) && s.UsedAt == null && s.CancelledAt == null)
                .ExecuteUpdateAsync(slips => slips.SetProperty(s => s.CancelledAt, now), cancel);
            List<PrintedSlip> printed = [];
            foreach (var person in chosen)
            {
                var code = Ids.Code(12);
                db.Add(new ActivationSlip
                {
                    Id = ids.Next(),
                    PersonId = person.Id,
                    CodeHash = CodeHash.Of(code),
                    IssuedAt = now,
                    IssuedBy = current.Id,
                    ExpiresAt = now + Life,
                });
                printed.Add(new PrintedSlip(person.Name, organization.Name, CodeHash.Printed(code), now + Life, person.HasAccount));
            }

            await db.SaveChangesAsync(cancel);
            Issued(printed.Count, organization.Id, current.Id);
            return printed;
        }, cancel);

    [LoggerMessage(810, LogLevel.Information, "{Count} activation slips of organization {OrganizationId} were printed by {By}.")]
    private partial void Issued(int count, Guid organizationId, Guid by);
}
