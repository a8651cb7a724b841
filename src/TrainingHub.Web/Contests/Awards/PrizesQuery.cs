using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Awards;

/// <summary>A list of prizes with names, and what was confirmed of it.</summary>
public sealed class PrizesQuery(Db db, Scope scope)
{
    public async Task<PrizesPage> RunAsync(PrizeList list, string? reason, CancellationToken cancel)
    {
        var mayRevoke = await MayRevokeAsync(list, cancel);
        if (list.Lines is not { } lines)
        {
            return new PrizesPage(list, null, mayRevoke, reason);
        }

        var names = await NamesAsync(lines, list.Day, cancel);
        var awards = await db.ContestAwards.AsNoTracking().Where(award => award.ContestId == list.ContestId).ToDictionaryAsync(award => award.PersonId, cancel);
        var given = db.ContestAwards.Where(award => award.ContestId == list.ContestId).Select(award => award.Id);
        var certificates = await (
            from certificate in db.Certificates
            where given.Contains(certificate.RecordId)
            select new { certificate.RecordId, certificate.Serial, Revoked = db.Revocations.Where(one => one.RecordId == certificate.RecordId).Select(one => one.Reason).FirstOrDefault() })
            .ToDictionaryAsync(certificate => certificate.RecordId, cancel);
        return new PrizesPage(list, lines.Select(line =>
        {
            var award = awards.GetValueOrDefault(line.PersonId);
            var certificate = award is null ? null : certificates.GetValueOrDefault(award.Id);
            var name = names.GetValueOrDefault(line.PersonId);
            return new PrizesPage.Row
            {
                Line = line,
                Name = name?.Name,
                StaffNumber = name?.StaffNumber,
                UnitName = name?.Unit,
                Award = award,
                Serial = certificate?.Serial,
                RevokedBecause = certificate?.Revoked,
            };
        }).ToList(), mayRevoke, reason);
    }

    /// <summary>Whether the current person may revoke certificates of the unit that holds the contest.</summary>
    public Task<bool> MayRevokeAsync(PrizeList list, CancellationToken cancel)
    {
        var (unitId, reach) = (list.OrganizationId, scope.Organizations(Capability.RevokeRecords));
        return reach.AnyAsync(one => one == unitId, cancel);
    }

    /// <summary>Names of people with the unit and post of a day: of several the primary, else the earliest, else the lower id. Who was anonymized is left out.</summary>
    internal async Task<Dictionary<Guid, Named>> NamesAsync(IReadOnlyCollection<Guid> people, DateOnly day, CancellationToken cancel)
    {
        var first = (await PostsAsync(people, day, cancel)).DistinctBy(post => post.PersonId).ToDictionary(post => post.PersonId);
        return await NamesAsync(people, person => (first.GetValueOrDefault(person)?.Unit, first.GetValueOrDefault(person)?.Post), cancel);
    }

    /// <summary>The same with the unit for which each competed, and the post that they held there: whose main post is elsewhere did not win for that.</summary>
    internal async Task<Dictionary<Guid, Named>> NamesAsync(IReadOnlyCollection<PrizeList.Line> lines, DateOnly day, CancellationToken cancel)
    {
        List<Guid> people = [.. lines.Select(line => line.PersonId)];
        List<Guid> unitIds = [.. lines.Select(line => line.UnitId).OfType<Guid>().Distinct()];
        var held = await PostsAsync(people, day, cancel);
        var first = held.DistinctBy(post => post.PersonId).ToDictionary(post => post.PersonId);
        var competed = lines.Where(line => line.UnitId is not null).ToDictionary(line => line.PersonId, line => line.UnitId ?? Guid.Empty);
        var posts = held.DistinctBy(post => (post.PersonId, post.UnitId)).ToDictionary(post => (post.PersonId, post.UnitId), post => post.Post);
        var units = await db.OrganizationDetails.On(day).Where(unit => unitIds.Contains(unit.OrganizationId)).Select(unit => new { unit.OrganizationId, unit.Name }).ToDictionaryAsync(unit => unit.OrganizationId, unit => unit.Name, cancel);
        return await NamesAsync(people, person => competed.TryGetValue(person, out var unit)
            ? (units.GetValueOrDefault(unit), posts.GetValueOrDefault((person, unit)))
            : (first.GetValueOrDefault(person)?.Unit, first.GetValueOrDefault(person)?.Post), cancel);
    }

    private async Task<Dictionary<Guid, Named>> NamesAsync(IReadOnlyCollection<Guid> people, Func<Guid, (string? Unit, string? Post)> of, CancellationToken cancel) =>
        (await db.People.Where(person => people.Contains(person.Id) && person.AnonymizedAt == null).Select(person => new { person.Id, person.Name, person.StaffNumber }).ToListAsync(cancel))
            .ToDictionary(person => person.Id, person => Named.Of(person.Name, person.StaffNumber, of(person.Id)));

    private async Task<List<Held>> PostsAsync(IReadOnlyCollection<Guid> people, DateOnly day, CancellationToken cancel)
    {
        var (memberships, details) = (db.Memberships.On(day), db.OrganizationDetails.On(day));
        return await (
            from membership in memberships
            where people.Contains(membership.PersonId)
            join position in db.Positions on membership.PositionId equals position.Id
            join detail in details on membership.OrganizationId equals detail.OrganizationId
            orderby membership.IsPrimary descending, membership.From, membership.FactId
            select new Held(membership.PersonId, membership.OrganizationId, detail.Name, position.Name)).ToListAsync(cancel);
    }

    private sealed record Held(Guid PersonId, Guid UnitId, string Unit, string Post);

    internal sealed record Named(string Name, string? StaffNumber, string? Unit, string? Post)
    {
        public static Named Of(string name, string? staffNumber, (string? Unit, string? Post) post) => new(name, staffNumber, post.Unit, post.Post);
    }
}
