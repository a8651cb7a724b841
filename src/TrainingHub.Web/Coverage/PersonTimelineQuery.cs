using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>What is known of a person by day: posts and exclusions of units in the reader's reach, and records where the reader may see them.</summary>
public sealed class PersonTimelineQuery(Db db, Scope scope, DayClock clock)
{
    /// <summary>Null for whoever is out of reach.</summary>
    public async Task<PersonTimelinePage?> RunAsync(Guid id, PersonTimelineFilter filter, CancellationToken cancel)
    {
        if (await scope.People(Capability.ReadPeople).AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, cancel) is not { } person)
        {
            return null;
        }

        List<PersonEvent> events =
        [
            .. await PostsAsync(id, cancel),
            .. await ExclusionsAsync(id, cancel),
            .. await scope.People(Capability.ReadRecords).AnyAsync(one => one.Id == id, cancel) ? await RecordsAsync(id, cancel) : [],
        ];
        var found = events.Where(one => filter.Kind is not { } kind || one.Kind == kind).OrderByDescending(one => one.Day).ThenByDescending(one => one.KnownAt).ThenBy(one => one.Kind).ToList();
        var pages = Pages.Of(filter.Page, found.Count);
        return new PersonTimelinePage(id, person.AnonymizedAt is null ? person.Name : null, filter, [.. found.Skip((pages.Page - 1) * pages.Length).Take(pages.Length)], pages);
    }

    private async Task<IEnumerable<PersonEvent>> PostsAsync(Guid id, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ReadPeople);
        var posts = await (
            from post in db.Memberships.Known().AsNoTracking()
            where post.PersonId == id && reach.Contains(post.OrganizationId)
            join unit in db.Organizations on post.OrganizationId equals unit.Id
            join position in db.Positions on post.PositionId equals position.Id
            select new { post, Unit = unit.Name, Position = position.Name }).ToListAsync(cancel);
        // What changed on a day, for instance the form of employment, is a row that goes on where another ends.
        return posts.SelectMany(one => new[]
        {
            new PersonEvent(one.post.From, PersonEventKind.PostBegan, one.Position, one.Unit, one.post.Reason, one.post.RecordedAt),
            new PersonEvent(one.post.Until, PersonEventKind.PostEnded, one.Position, one.Unit, one.post.Reason, one.post.RecordedAt),
        }).Where(one => one.Day != Day.Open);
    }

    private async Task<IEnumerable<PersonEvent>> ExclusionsAsync(Guid id, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ReadNames);
        var exclusions = await (
            from exclusion in db.Exclusions.Known().AsNoTracking()
            where exclusion.PersonId == id && exclusion.State == ExclusionState.Approved && reach.Contains(exclusion.OrganizationId)
            join target in db.CoverageTargets on exclusion.TargetId equals target.Id
            join unit in db.Organizations on exclusion.OrganizationId equals unit.Id
            select new { exclusion, target.Name, target.Year, Unit = unit.Name }).ToListAsync(cancel);
        return exclusions.SelectMany(one => new[]
        {
            new PersonEvent(one.exclusion.From, PersonEventKind.ExcludedFrom, $"{one.Name} {one.Year}", one.Unit, one.exclusion.Reason, one.exclusion.RecordedAt),
            new PersonEvent(one.exclusion.Until, PersonEventKind.ExcludedUntil, $"{one.Name} {one.Year}", one.Unit, one.exclusion.Reason, one.exclusion.RecordedAt),
        }).Where(one => one.Day != Day.Open);
    }

    private async Task<IEnumerable<PersonEvent>> RecordsAsync(Guid id, CancellationToken cancel)
    {
        var records = await (
            from record in db.TrainingRecords.AsNoTracking()
            where record.PersonId == id
            join programme in db.Programmes on record.ProgrammeId equals programme.Id
            from revocation in db.Revocations.Where(one => one.RecordId == record.Id).DefaultIfEmpty()
            select new
            {
                record.CompletionDay,
                record.RecordedAt,
                programme.Name,
                Unit = db.Organizations.Where(unit => unit.Id == record.OrganizationId).Select(unit => unit.Name).FirstOrDefault(),
                RevokedAt = (DateTime?)revocation.RecordedAt,
                Why = (string?)revocation.Reason,
            }).ToListAsync(cancel);
        return records.SelectMany(one => new[]
        {
            new PersonEvent(one.CompletionDay, PersonEventKind.Completed, one.Name, one.Unit ?? "", null, one.RecordedAt),
            one.RevokedAt is { } revoked ? new PersonEvent(clock.DayOf(revoked), PersonEventKind.Revoked, one.Name, one.Unit ?? "", one.Why, revoked) : null,
        }).OfType<PersonEvent>();
    }
}
