using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Awards;

/// <summary>A list of prizes with names, and what was confirmed of it.</summary>
public sealed class PrizesQuery(Db db, Scope scope, DayClock clock)
{
    public async Task<PrizesPage> RunAsync(PrizeList list, string? reason, CancellationToken cancel)
    {
        var mayRevoke = await MayRevokeAsync(list, cancel);
        if (list.Lines is not { } lines)
        {
            return new PrizesPage(list, null, mayRevoke, reason);
        }

        var people = lines.Select(line => line.PersonId).ToList();
        var names = await NamesAsync(people, clock.Today, cancel);
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
        var (memberships, details) = (db.Memberships.On(day), db.OrganizationDetails.On(day));
        var posts = await (
            from membership in memberships
            where people.Contains(membership.PersonId)
            join position in db.Positions on membership.PositionId equals position.Id
            join detail in details on membership.OrganizationId equals detail.OrganizationId
            orderby membership.IsPrimary descending, membership.From, membership.FactId
            select new { membership.PersonId, Unit = detail.Name, Post = position.Name }).ToListAsync(cancel);
        var first = posts.DistinctBy(post => post.PersonId).ToDictionary(post => post.PersonId);
        return (await db.People.Where(person => people.Contains(person.Id) && person.AnonymizedAt == null).Select(person => new { person.Id, person.Name, person.StaffNumber }).ToListAsync(cancel))
            .ToDictionary(person => person.Id, person => new Named(person.Name, person.StaffNumber, first.GetValueOrDefault(person.Id)?.Unit, first.GetValueOrDefault(person.Id)?.Post));
    }

    internal sealed record Named(string Name, string? StaffNumber, string? Unit, string? Post);
}
