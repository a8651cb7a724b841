using Microsoft.EntityFrameworkCore;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Account;

/// <summary>What every page asks about its reader, compiled once: making the statement out of the expression costs more than running it.</summary>
public sealed class PersonReads
{
    private readonly Func<Db, Guid, IAsyncEnumerable<Capability>> _capabilities = EF.CompileAsyncQuery((Db db, Guid personId) =>
        db.Grants.Where(g => g.PersonId == personId && g.RevokedAt == null).Select(g => g.Capability).Distinct());

    private readonly Func<Db, Guid, DateOnly, CancellationToken, Task<PersonCard?>> _card = EF.CompileAsyncQuery((Db db, Guid personId, DateOnly today, CancellationToken cancel) => (
        from person in db.People
        where person.Id == personId
        let organizationId = db.Memberships
            .Where(m => m.PersonId == personId && m.SupersededAt == null && m.From <= today && today <= m.Until)
            .OrderByDescending(m => m.IsPrimary).ThenBy(m => m.From).ThenBy(m => m.FactId).Select(m => (Guid?)m.OrganizationId).FirstOrDefault()
        select new PersonCard(person.Name, db.Organizations.Where(o => o.Id == organizationId).Select(o => o.Name).FirstOrDefault() ?? "")).SingleOrDefault());

    /// <summary>What the person was granted anywhere.</summary>
    public async Task<HashSet<Capability>> CapabilitiesAsync(Db db, Guid personId) => await _capabilities(db, personId).ToHashSetAsync();

    /// <summary>Name and main organization of that day; null when there is no such person.</summary>
    public Task<PersonCard?> CardAsync(Db db, Guid personId, DateOnly today, CancellationToken cancel) => _card(db, personId, today, cancel);
}
