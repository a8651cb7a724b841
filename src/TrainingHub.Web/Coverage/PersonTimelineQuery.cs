using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>What is known of a person by day: posts, leave and exclusions of units in the reader's reach, and records where the reader may see them.</summary>
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
            .. await LeavesAsync(id, cancel),
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
        var units = posts.Select(one => one.post.OrganizationId).Distinct().ToList();
        var successions = await db.OrganizationSuccessions.Known().AsNoTracking().Where(one => units.Contains(one.OrganizationId)).ToListAsync(cancel);
        var names = posts.ToDictionary(one => one.post.Id, one => (one.Position, one.Unit));
        return PostEvents.Of([.. posts.Select(one => one.post)], successions).Select(one => new PersonEvent(
            one.Day, one.Kind, names[one.Post.Id].Position, names[one.Post.Id].Unit, one.Post.Reason, one.Post.RecordedAt)
        {
            BeforeWhat = one.Before is { } before ? names[before.Id].Position : null,
            BeforeWhere = one.Before is { } earlier ? names[earlier.Id].Unit : null,
        });
    }

    // Leave stands with the unit of the post that was held on its day, whoever entered it: somebody else may keep the person today.
    private async Task<IEnumerable<PersonEvent>> LeavesAsync(Guid id, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ReadPeople);
        var posts = await (
            from post in db.Memberships.Known().AsNoTracking()
            where post.PersonId == id && reach.Contains(post.OrganizationId)
            join unit in db.Organizations on post.OrganizationId equals unit.Id
            orderby post.IsPrimary descending, post.From, post.FactId
            select new { post, Unit = unit.Name }).ToListAsync(cancel);
        var leaves = await (
            from leave in db.Leaves.Known().AsNoTracking()
            where leave.PersonId == id
            join unit in db.Organizations on leave.OrganizationId equals unit.Id
            select new { leave, Unit = unit.Name, IsReached = reach.Contains(leave.OrganizationId) }).ToListAsync(cancel);
        return leaves.Where(one => one.IsReached || (!one.leave.Kind.IsForGood && posts.Exists(held => held.post.From <= one.leave.Until && one.leave.From <= held.post.Until))).SelectMany(one =>
        {
            var (leave, own) = (one.leave, one.IsReached ? one.Unit : null);
            return leave.Kind.IsForGood
                ? [Event(leave.From, PersonEventKind.Departed, own)]
                : new[] { Event(leave.From, PersonEventKind.LeaveBegan, UnitOn(leave.From) ?? own), Event(leave.Until, PersonEventKind.LeaveEnded, UnitOn(leave.Until) ?? own) };

            // What another unit wrote about its own days is not told.
            PersonEvent Event(DateOnly day, PersonEventKind kind, string? where) => new(day, kind, "", where ?? "", where is null ? null : leave.Reason, leave.RecordedAt) { Leave = leave.Kind };
        }).Where(one => one.Day != Day.Open);

        string? UnitOn(DateOnly day) => posts.Find(held => held.post.From <= day && day <= held.post.Until)?.Unit;
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
