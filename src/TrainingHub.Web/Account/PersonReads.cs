using Microsoft.EntityFrameworkCore;
using TrainingHub.Notices;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Account;

/// <summary>
/// What every page asks about its reader: one statement, compiled once, since making it out of the expression costs more than running it, and asking
/// three times more than asking once.
/// </summary>
public sealed class PersonReads
{
    private readonly Func<Db, Guid, DateOnly, IAsyncEnumerable<Row>> _rows = EF.CompileAsyncQuery((Db db, Guid personId, DateOnly today) =>
        from person in db.People
        where person.Id == personId
        let organizationId = db.Memberships
            .Where(m => m.PersonId == personId && m.SupersededAt == null && m.From <= today && today <= m.Until)
            .OrderByDescending(m => m.IsPrimary).ThenBy(m => m.From).ThenBy(m => m.FactId).Select(m => (Guid?)m.OrganizationId).FirstOrDefault()
        from capability in db.Grants.Where(g => g.PersonId == personId && g.RevokedAt == null).Select(g => (Capability?)g.Capability).Distinct().DefaultIfEmpty()
        select new Row(
            person.Name,
            db.Organizations.Where(o => o.Id == organizationId).Select(o => o.Name).FirstOrDefault() ?? "",
            db.Notices.Where(notice => notice.PersonId == personId && notice.ReadAt == null).Take(UnreadNotices.Most).Count(),
            capability));

    // One for each capability, one for who has none.
    private sealed record Row(string Name, string Organization, int Unread, Capability? Capability);

    /// <summary>As of that day; null when there is no such person.</summary>
    public async Task<PersonCard?> CardAsync(Db db, Guid personId, DateOnly today) =>
        await _rows(db, personId, today).ToListAsync() is [var one, ..] rows
            ? new PersonCard(one.Name, one.Organization, one.Unread, rows.Select(row => row.Capability).OfType<Capability>().ToHashSet())
            : null;
}
