using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Recognitions;

/// <summary>Whom outside training can be entered for, and what it can stand for.</summary>
public sealed class OutsideChoicesQuery(Db db, Scope scope, CourseShelf shelf, DayClock clock)
{
    private const int MostFound = 30;

    public async Task<OutsideChoices> RunAsync(CancellationToken cancel)
    {
        var (today, reach, rules) = (clock.Today, scope.Organizations(Capability.DeclarePositions), db.ProgrammeRules.Known());
        var paths = db.OrganizationPaths.Where(path => path.SupersededAt == null && path.From <= today && today <= path.Until && reach.Contains(path.DescendantId));
        var programmes = await (
            from programme in db.Programmes
            where paths.Any(path => path.AncestorId == programme.OrganizationId)
            join rule in rules on programme.Id equals rule.ProgrammeId
            where !rule.RefusesOutside
            orderby programme.CreatedAt, rule.From descending
            select new OutsideChoices.Programme(programme.Id, programme.Slug, programme.Name, programme.NameEn, rule.CycleFrom, rule.CycleUntil)).AsNoTracking().ToListAsync(cancel);
        return new OutsideChoices(
            [.. programmes.DistinctBy(programme => programme.Id)],
            [.. (await shelf.CoursesAsync(cancel)).Select(course => (course.Slug, CourseWords.InLanguage(course.Manifest.Title, course.Manifest.TitleEn)))]);
    }

    /// <summary>Everybody who may be entered, by a post of today in reach.</summary>
    public async Task<List<OutsidePeople.Known>> PeopleAsync(CancellationToken cancel) => await Posts(null, null).ToListAsync(cancel);

    /// <summary>Whom a name finds, each once.</summary>
    public async Task<IReadOnlyList<OutsidePeople.Known>> FindAsync(string name, CancellationToken cancel) =>
        [.. (await Posts(NameFolding.Fold(name), null).Take(MostFound * 2).ToListAsync(cancel)).DistinctBy(person => person.PersonId).Take(MostFound)];

    /// <summary>One person in reach; null when there is none.</summary>
    public Task<OutsidePeople.Known?> OfAsync(Guid personId, CancellationToken cancel) => Posts(null, personId).FirstOrDefaultAsync(cancel);

    private IQueryable<OutsidePeople.Known> Posts(string? folded, Guid? personId)
    {
        var (reach, memberships) = (scope.Organizations(Capability.DeclarePositions), db.Memberships.On(clock.Today));
        return
            from membership in memberships
            where reach.Contains(membership.OrganizationId)
            join person in db.People on membership.PersonId equals person.Id
            where person.AnonymizedAt == null && (folded == null || person.NormalizedName.Contains(folded)) && (personId == null || person.Id == personId)
            join unit in db.Organizations on membership.OrganizationId equals unit.Id
            orderby person.Name, membership.IsPrimary descending, membership.From, membership.FactId
            select new OutsidePeople.Known(person.Id, person.Name, person.StaffNumber, person.Phone, unit.Id, unit.Name);
    }
}
