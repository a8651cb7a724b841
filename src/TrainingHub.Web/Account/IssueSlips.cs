using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Account;

/// <summary>Makes activation slips for people of one organization; earlier slips of the same people end.</summary>
public sealed partial class IssueSlips(Db db, Transactions transactions, Scope scope, CurrentPerson current, Ids newIds, DayClock clock, ILogger<IssueSlips> log)
{
    /// <summary>So many are printed at once: what one browser prints without trouble.</summary>
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

    /// <summary>Prints for the people chosen; those not eligible are left out.</summary>
    public Task<IssuedSlips> RunAsync(Organization organization, IReadOnlyCollection<Guid> people, CancellationToken cancel) =>
        RunAsync(organization, Eligible(organization.Id).Where(p => people.Contains(p.Id)), cancel);

    /// <summary>Prints for those who have no account yet, by name, at most <see cref="Most"/> of them.</summary>
    /// <param name="after">The last person of the sheets before; null for the first ones.</param>
    public async Task<IssuedSlips> RunForEverybodyAsync(Organization organization, Guid? after, CancellationToken cancel)
    {
        var waiting = Eligible(organization.Id).Where(p => !db.Users.Any(u => u.PersonId == p.Id));
        var inPost = InPost(organization.Id, clock.Today);
        var last = await db.People.Where(p => p.Id == after && inPost.Contains(p.Id)).Select(p => new { p.Id, p.NormalizedName }).SingleOrDefaultAsync(cancel);
        if (last is not null)
        {
            // Compared by the database, in the order that it sorts by: an ordinal comparison would not be translated.
#pragma warning disable CA1309
            waiting = waiting.Where(p => string.Compare(p.NormalizedName, last.NormalizedName) > 0 || (p.NormalizedName == last.NormalizedName && p.Id > last.Id));
#pragma warning restore CA1309
        }

        return await RunAsync(organization, waiting, cancel);
    }

    private Task<IssuedSlips> RunAsync(Organization organization, IQueryable<Person> wanted, CancellationToken cancel) =>
        transactions.RunAsync(async cancel =>
        {
            var ordered = wanted.OrderBy(p => p.NormalizedName).ThenBy(p => p.Id);
            var chosen = await ordered.Take(Most).Select(p => new SlipHolder(p.Id, p.Name, db.Users.Any(u => u.PersonId == p.Id))).ToListAsync(cancel);
            if (chosen.Count == 0)
            {
                return new IssuedSlips([], 0, null);
            }

            var left = chosen.Count < Most ? 0 : await wanted.CountAsync(cancel) - chosen.Count;
            return new IssuedSlips(await PrintAsync(organization.Id, organization.Name, chosen, cancel), left, left > 0 ? chosen[^1].PersonId : null);
        }, cancel);

    /// <summary>One new slip each; the earlier ones of the same people end. Asks for no permission: whoever calls it has. Joins the running transaction.</summary>
    internal async Task<IReadOnlyList<PrintedSlip>> PrintAsync(Guid organizationId, string organization, IReadOnlyList<SlipHolder> people, CancellationToken cancel)
    {
        var (now, ids) = (clock.Now, people.Select(person => person.PersonId).ToList());
        await db.ActivationSlips.Where(s => ids.Contains(s.PersonId) && s.UsedAt == null && s.CancelledAt == null)
            .ExecuteUpdateAsync(slips => slips.SetProperty(s => s.CancelledAt, now), cancel);
        List<PrintedSlip> printed = [];
        foreach (var person in people)
        {
            var code = Ids.Code(12);
            db.Add(new ActivationSlip
            {
                Id = newIds.Next(),
                PersonId = person.PersonId,
                CodeHash = CodeHash.Of(code),
                IssuedAt = now,
                IssuedBy = current.IsSignedIn ? current.Id : null,
                ExpiresAt = now + Life,
            });
            printed.Add(new PrintedSlip(person.Name, organization, CodeHash.Printed(code), now + Life, person.HasAccount));
        }

        await db.SaveChangesAsync(cancel);
        Issued(printed.Count, organizationId, current.Id);
        return printed;
    }

    [LoggerMessage(810, LogLevel.Information, "{Count} activation slips of organization {OrganizationId} were printed by {By}.")]
    private partial void Issued(int count, Guid organizationId, Guid by);
}
