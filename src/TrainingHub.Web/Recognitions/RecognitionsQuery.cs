using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Recognitions;

/// <summary>Outside training entered in the reader's reach.</summary>
public sealed class RecognitionsQuery(Db db, Scope scope, CurrentPerson current, CourseShelf shelf, DayClock clock)
{
    public async Task<RecognitionsPage> RunAsync(RecognitionsFilter filter, CancellationToken cancel)
    {
        var pages = Pages.Of(filter.Page, await Find(filter).CountAsync(cancel));
        var rows = await Ordered(filter).Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel);
        return new RecognitionsPage(filter, rows, pages, await current.MayAsync(Capability.DeclarePositions));
    }

    /// <summary>All of them, one after the other.</summary>
    public IAsyncEnumerable<RecognitionRow> AllAsync(RecognitionsFilter filter) => Ordered(filter).AsAsyncEnumerable();

    /// <summary>One with its history; null when it is unknown or out of reach.</summary>
    public async Task<RecognitionPage?> ShowAsync(Guid factId, CancellationToken cancel)
    {
        if (await Rows(Reached().Where(one => one.FactId == factId)).SingleOrDefaultAsync(cancel) is not { } row)
        {
            return null;
        }

        var history = await (
            from one in db.OutsideTrainings.AsNoTracking()
            where one.FactId == factId
            from recorder in db.People.Where(person => person.Id == one.RecordedBy && person.AnonymizedAt == null).DefaultIfEmpty()
            orderby one.RecordedAt, one.Id
            select new { one.State, one.RecordedAt, recorder.Name, one.Reason }).ToListAsync(cancel);
        var course = row.CourseSlug.Length == 0 ? null : await shelf.FindAsync(row.CourseSlug, cancel);
        return new RecognitionPage(
            row, [.. history.Select(step => new RecognitionPage.Step(step.State, clock.InZone(step.RecordedAt), step.Name, step.Reason))],
            row.CourseSlug.Length == 0 ? null : course is null ? row.CourseSlug : CourseWords.InLanguage(course.Manifest.Title, course.Manifest.TitleEn));
    }

    /// <summary>One as it stands, in reach; null when there is none.</summary>
    public Task<OutsideTraining?> FindAsync(Guid factId, CancellationToken cancel) => Reached().AsNoTracking().SingleOrDefaultAsync(one => one.FactId == factId, cancel);

    private IQueryable<OutsideTraining> Reached()
    {
        var reach = scope.Organizations(Capability.ReadNames);
        return db.OutsideTrainings.Known().Where(one => reach.Contains(one.OrganizationId));
    }

    private IQueryable<OutsideTraining> Find(RecognitionsFilter filter)
    {
        var state = filter.State;
        var found = Reached().Where(one => state == null || one.State == state);
        if (filter.Q is { } typed)
        {
            var folded = NameFolding.Fold(typed);
            found = found.Where(one => one.Title.Contains(typed)
                || db.People.Any(person => person.Id == one.PersonId && person.AnonymizedAt == null && person.NormalizedName.Contains(folded))
                || db.Organizations.Any(unit => unit.Id == one.OrganizationId && unit.NormalizedName.Contains(folded)));
        }

        return found;
    }

    private IQueryable<RecognitionRow> Ordered(RecognitionsFilter filter)
    {
        var (column, isDown) = filter.Order;
        var rows = Rows(Find(filter));
        var ordered = column switch
        {
            RecognitionSort.Person => rows.OrderBy(row => row.PersonName, isDown),
            RecognitionSort.Unit => rows.OrderBy(row => row.UnitName, isDown),
            RecognitionSort.Title => rows.OrderBy(row => row.Title, isDown),
            RecognitionSort.Day => rows.OrderBy(row => row.Until, isDown),
            RecognitionSort.Recorded => rows.OrderBy(row => row.RecordedAt, isDown),
            _ => rows.OrderBy(row => row.State, isDown),
        };
        return ordered.ThenByDescending(row => row.RecordedAt).ThenBy(row => row.Id);
    }

    private IQueryable<RecognitionRow> Rows(IQueryable<OutsideTraining> found)
    {
        var (own, deciding) = (scope.Organizations(Capability.DeclarePositions), scope.Below(Capability.ConfirmDeclarations));
        return
            from one in found.AsNoTracking()
            join person in db.People on one.PersonId equals person.Id
            join unit in db.Organizations on one.OrganizationId equals unit.Id
            from programme in db.Programmes.Where(p => p.Id == one.ProgrammeId).DefaultIfEmpty()
            from recorder in db.People.Where(p => p.Id == one.RecordedBy && p.AnonymizedAt == null).DefaultIfEmpty()
            select new RecognitionRow
            {
                FactId = one.FactId,
                Id = one.Id,
                PersonName = person.AnonymizedAt == null ? person.Name : null,
                UnitName = unit.Name,
                Title = one.Title,
                Organizer = one.Organizer,
                From = one.From,
                Until = one.Until,
                Minutes = one.Minutes,
                Domain = one.Domain,
                CourseSlug = one.CourseSlug,
                Programme = programme.Name,
                ProgrammeEn = programme.NameEn,
                Result = one.Result,
                ProofName = one.ProofName,
                State = one.State,
                Reason = one.Reason,
                RecordedAt = one.RecordedAt,
                RecordedBy = recorder.Name,
                MayDecide = one.State == OutsideState.Asked && deciding.Contains(one.OrganizationId),
                MayWithdraw = (one.State == OutsideState.Asked && (own.Contains(one.OrganizationId) || deciding.Contains(one.OrganizationId)))
                    || (one.State == OutsideState.Accepted && deciding.Contains(one.OrganizationId)),
            };
    }
}
