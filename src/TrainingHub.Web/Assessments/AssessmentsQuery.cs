using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Assessments;

/// <summary>Assessments of people of the reader's units, what can be assessed, and who.</summary>
public sealed class AssessmentsQuery(Db db, Scope scope, DayClock clock)
{
    private const int MostCandidates = 60;

    public async Task<AssessmentsPage> RunAsync(AssessmentsFilter filter, CancellationToken cancel)
    {
        var pages = Pages.Of(filter.Page, await Find(filter).CountAsync(cancel));
        var rows = await Rows(filter).Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel);
        var programmes = (await PartsAsync(cancel)).DistinctBy(part => part.ProgrammeId).Select(part => (part.Slug, part.Programme, part.ProgrammeEn));
        return new AssessmentsPage(filter, rows, pages, [.. programmes]);
    }

    /// <summary>All of them, one after the other.</summary>
    public IAsyncEnumerable<AssessmentRow> AllAsync(AssessmentsFilter filter) => Rows(filter).AsAsyncEnumerable();

    /// <summary>An assessment in reach that is not itself a withdrawal; null when there is none.</summary>
    public Task<PracticalAssessment?> FindAsync(Guid id, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManageSessions);
        return db.PracticalAssessments.SingleOrDefaultAsync(one => one.Id == id && one.WithdrawsId == null && reach.Contains(one.OrganizationId), cancel);
    }

    /// <summary>What programmes of the reader's units, and of those above, ask to be assessed.</summary>
    public async Task<IReadOnlyList<AssessedPart>> PartsAsync(CancellationToken cancel)
    {
        var (today, reach, rules) = (clock.Today, scope.Organizations(Capability.ManageSessions), db.ProgrammeRules.Known());
        var paths = db.OrganizationPaths.Where(path => path.SupersededAt == null && path.From <= today && today <= path.Until && reach.Contains(path.DescendantId));
        return await (
            from part in db.ProgrammeParts.AsNoTracking()
            where part.Kind == ProgrammePartKind.Assessment
            join rule in rules on part.RuleId equals rule.Id
            join programme in db.Programmes on rule.ProgrammeId equals programme.Id
            where paths.Any(path => path.AncestorId == programme.OrganizationId)
            orderby programme.CreatedAt, rule.From descending, part.Number
            select new AssessedPart(part.Id, programme.Id, programme.Slug, programme.Name, programme.NameEn, part.Title, rule.CycleFrom, rule.CycleUntil)).ToListAsync(cancel);
    }

    /// <summary>People in post in reach, whose name or unit's name has this in it; each once, by their main post there.</summary>
    public async Task<IReadOnlyList<AssessedPerson>> CandidatesAsync(string? typed, CancellationToken cancel) => string.IsNullOrWhiteSpace(typed)
        ? []
        : [.. (await Posts(NameFolding.Fold(typed.Trim())).Take(MostCandidates * 2).ToListAsync(cancel)).DistinctBy(one => one.Id).Take(MostCandidates)];

    /// <summary>Of these ids those in reach, each with the unit by which it is reached.</summary>
    public async Task<IReadOnlyList<AssessedPerson>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel) =>
        [.. (await Posts(null).Where(one => people.Contains(one.Id)).ToListAsync(cancel)).DistinctBy(one => one.Id)];

    private IQueryable<AssessedPerson> Posts(string? folded)
    {
        var (reach, memberships) = (scope.Organizations(Capability.ManageSessions), db.Memberships.On(clock.Today));
        return
            from membership in memberships
            where reach.Contains(membership.OrganizationId)
            join person in db.People on membership.PersonId equals person.Id
            join unit in db.Organizations on membership.OrganizationId equals unit.Id
            where person.AnonymizedAt == null && (folded == null || person.NormalizedName.Contains(folded) || unit.NormalizedName.Contains(folded))
            orderby unit.Name, person.Name, person.Id, membership.IsPrimary descending, membership.FactId
            select new AssessedPerson { Id = person.Id, Name = person.Name, UnitId = unit.Id, Unit = unit.Name };
    }

    private IQueryable<PracticalAssessment> Find(AssessmentsFilter filter)
    {
        var reach = scope.Organizations(Capability.ManageSessions);
        var found = db.PracticalAssessments.Where(one => one.WithdrawsId == null && reach.Contains(one.OrganizationId));
        if (filter.Programme is { } slug)
        {
            found = found.Where(one => db.Programmes.Any(programme => programme.Id == one.ProgrammeId && programme.Slug == slug));
        }

        if (filter.Q is { } typed)
        {
            var folded = NameFolding.Fold(typed);
            found = found.Where(one => db.People.Any(person => person.Id == one.PersonId && person.AnonymizedAt == null && person.NormalizedName.Contains(folded))
                || db.Organizations.Any(unit => unit.Id == one.OrganizationId && unit.NormalizedName.Contains(folded)));
        }

        return found;
    }

    private IQueryable<AssessmentRow> Rows(AssessmentsFilter filter)
    {
        var (column, isDown) = filter.Order;
        var rows =
            from one in Find(filter).AsNoTracking()
            join person in db.People on one.PersonId equals person.Id
            join unit in db.Organizations on one.OrganizationId equals unit.Id
            join programme in db.Programmes on one.ProgrammeId equals programme.Id
            select new AssessmentRow
            {
                Id = one.Id,
                PersonName = person.AnonymizedAt == null ? person.Name : null,
                UnitName = unit.Name,
                Programme = programme.Name,
                ProgrammeEn = programme.NameEn,
                Title = one.Title,
                Day = one.Day,
                IsPassed = one.IsPassed,
                Result = one.Result,
                Assessor = one.Assessor,
                RecordedAt = one.RecordedAt,
                WithdrawnBecause = db.PracticalAssessments.Where(later => later.WithdrawsId == one.Id).Select(later => later.Reason).FirstOrDefault(),
            };
        var ordered = column switch
        {
            AssessmentSort.Person => rows.OrderBy(row => row.PersonName, isDown),
            AssessmentSort.Unit => rows.OrderBy(row => row.UnitName, isDown),
            AssessmentSort.Title => rows.OrderBy(row => row.Title, isDown),
            _ => rows.OrderBy(row => row.Day, isDown),
        };
        return ordered.ThenByDescending(row => row.Day).ThenByDescending(row => row.Id);
    }
}
