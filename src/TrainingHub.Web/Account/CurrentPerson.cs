using Microsoft.EntityFrameworkCore;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Account;

/// <summary>Who makes the request. Read once per request and only when asked.</summary>
public sealed class CurrentPerson(IHttpContextAccessor accessor, Db db, DayClock clock)
{
    private HashSet<Capability>? _capabilities;
    private PersonCard? _card;

    public bool IsSignedIn => Id != Guid.Empty;

    /// <summary>The person's id; empty when signed out.</summary>
    public Guid Id => accessor.HttpContext?.User.PersonId ?? Guid.Empty;

    public async ValueTask<bool> MayAsync(Capability capability) => (await CapabilitiesAsync()).Contains(capability);

    /// <summary>What the person was granted anywhere.</summary>
    public async ValueTask<IReadOnlySet<Capability>> CapabilitiesAsync()
    {
        if (_capabilities is null)
        {
            var id = Id;
            _capabilities = id == Guid.Empty
                ? []
                : [.. await db.Grants.AsNoTracking().Where(g => g.PersonId == id && g.RevokedAt == null).Select(g => g.Capability).Distinct().ToListAsync()];
        }

        return _capabilities;
    }

    /// <summary>Name and main organization, for the band on top of the page.</summary>
    public async ValueTask<PersonCard> CardAsync()
    {
        if (_card is null)
        {
            var (id, today) = (Id, clock.Today);
            var memberships = db.Memberships.On(today).Where(m => m.PersonId == id);
            _card = await (
                from person in db.People.AsNoTracking()
                where person.Id == id
                let organizationId = memberships.OrderByDescending(m => m.IsPrimary).ThenBy(m => m.From).ThenBy(m => m.FactId).Select(m => (Guid?)m.OrganizationId).FirstOrDefault()
                select new PersonCard(person.Name, db.Organizations.Where(o => o.Id == organizationId).Select(o => o.Name).FirstOrDefault() ?? ""))
                .SingleOrDefaultAsync() ?? new PersonCard("", "");
        }

        return _card;
    }
}
