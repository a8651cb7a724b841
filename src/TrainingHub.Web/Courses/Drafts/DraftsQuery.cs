using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courseware;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Courses.Drafts;

/// <summary>Drafts of the units within reach.</summary>
public sealed class DraftsQuery(Db db, Scope scope, CurrentPerson current, DraftFiles files, InspectDraft inspect, VersionsQuery versions, ReviewersQuery reviewers)
{
    private const int MostUnits = 500;

    public async Task<DraftsPage> ListAsync(DraftsFilter filter, CancellationToken cancel)
    {
        var rows = Rows(filter);
        var pages = Pages.Of(filter.Page, await rows.CountAsync(cancel));
        return new DraftsPage(filter, await rows.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel), pages, await versions.CoursesAsync(cancel));
    }

    /// <summary>Every row of the filter, for export.</summary>
    public async Task<IReadOnlyList<DraftRow>> ExportAsync(DraftsFilter filter, CancellationToken cancel) => await Rows(filter).ToListAsync(cancel);

    private IQueryable<DraftRow> Rows(DraftsFilter filter)
    {
        var (wanted, state) = (NameFolding.Fold(filter.Q ?? ""), filter.State);
        var found =
            from draft in Reached()
            where (state == null || draft.State == state) && (wanted == "" || draft.SearchText.Contains(wanted))
            select new
            {
                Draft = draft,
                Unit = db.Organizations.Where(unit => unit.Id == draft.OwnerId).Select(unit => unit.Name).FirstOrDefault() ?? "",
                By = db.People.Where(person => person.Id == draft.ChangedBy).Select(person => person.Name).FirstOrDefault() ?? "",
            };
        var (column, isDown) = filter.Order;
        var ordered = column switch
        {
            DraftSort.Title => found.OrderBy(row => row.Draft.SearchText, isDown),
            DraftSort.State => found.OrderBy(row => row.Draft.State, isDown),
            DraftSort.Unit => found.OrderBy(row => row.Unit, isDown),
            _ => found.OrderBy(row => row.Draft.ChangedAt, isDown),
        };
        return ordered.ThenByDescending(row => row.Draft.ChangedAt).ThenBy(row => row.Draft.Id)
            .Select(row => new DraftRow(row.Draft.Id, row.Draft.Slug, row.Draft.Title, row.Unit, row.Draft.State, row.By, row.Draft.ChangedAt));
    }

    /// <summary>Null for a draft out of reach as for one that does not exist.</summary>
    public Task<CourseDraft?> FindAsync(Guid id, CancellationToken cancel) => Reached().SingleOrDefaultAsync(draft => draft.Id == id, cancel);

    public async Task<NewDraftPage> NewAsync(NewDraftInput input, IReadOnlyList<Problem> problems, CancellationToken cancel) =>
        new(input, await UnitsAsync(cancel), await versions.CoursesAsync(cancel), problems);

    /// <summary>Names of the units within reach, those that stand highest first.</summary>
    public async Task<IReadOnlyList<string>> UnitsAsync(CancellationToken cancel)
    {
        var reached = scope.Organizations(Capability.ManageCourses);
        return await db.Organizations.Where(unit => reached.Contains(unit.Id))
            .OrderByDescending(unit => db.OrganizationPaths.Count(path => path.AncestorId == unit.Id && path.SupersededAt == null)).ThenBy(unit => unit.NormalizedName)
            .Select(unit => unit.Name).Take(MostUnits).ToListAsync(cancel);
    }

    /// <summary>The unit of that full name or code within reach; null when there is none or more than one.</summary>
    public async Task<Guid?> FindUnitAsync(string text, CancellationToken cancel)
    {
        var reached = scope.Organizations(Capability.ManageCourses);
        var (folded, code) = (NameFolding.Fold(text), text.ToUpperInvariant());
        var found = await db.Organizations.Where(unit => reached.Contains(unit.Id) && (unit.NormalizedName == folded || unit.Code == code))
            .Select(unit => unit.Id).Take(2).ToListAsync(cancel);
        return found is [var only] ? only : null;
    }

    public async Task<DraftPage> ShowAsync(CourseDraft draft, CancellationToken cancel)
    {
        var content = await files.ReadAsync(draft.Id, cancel);
        var inspection = await inspect.RunAsync(draft, content, cancel);
        var problems = inspection.Problems.ToLookup(problem => problem.File, StringComparer.Ordinal);
        Guid[] people = [draft.CreatedBy, draft.ChangedBy, .. new[] { draft.SubmittedBy, draft.RemarkBy }.OfType<Guid>()];
        return new DraftPage
        {
            Draft = draft,
            Unit = await db.Organizations.Where(unit => unit.Id == draft.OwnerId).Select(unit => unit.Name).SingleAsync(cancel),
            Files = [.. content.Files.Select(file => new DraftFileRow(file.Path, file.Length, Count(file.Path, ProblemSeverity.Error), Count(file.Path, ProblemSeverity.Warning)))],
            Problems = [.. inspection.Problems.OrderByDescending(problem => problem.Severity)],
            Lessons = inspection.Lessons.Count,
            Questions = inspection.Questions.Count,
            Names = await db.People.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel),
            MayPublish = await reviewers.MayPublishAsync(draft, current.Id, cancel),
            IsOwn = draft.SubmittedBy == current.Id,
        };

        int Count(string path, ProblemSeverity severity) => problems[path].Count(problem => problem.Severity == severity);
    }

    /// <summary>The file with what learners will see of it; null when there is no such file.</summary>
    /// <param name="draft">Within reach.</param>
    /// <param name="path">The file.</param>
    /// <param name="text">In place of what is kept; null for that.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<EditorPage?> EditAsync(CourseDraft draft, string path, string? text, CancellationToken cancel)
    {
        var content = await files.ReadAsync(draft.Id, cancel);
        if (content.Find(path) is not { } file)
        {
            return null;
        }

        var kept = DraftContent.IsMedia(path) ? null : content.Read(path);
        if (text is not null && kept is not null)
        {
            content = content.With(path, FileText.BytesOf(text, kept));
        }

        var inspection = await inspect.RunAsync(draft, content, cancel);
        return new EditorPage
        {
            Draft = draft,
            Path = path,
            Text = text ?? (kept is not null && FileText.IsText(path) ? FileText.Of(kept) : null),
            Known = file.Hash,
            Preview = PreviewOf(draft, path, inspection),
            Files = [.. content.Files.Select(one => one.Path)],
            IsUnsaved = text is not null,
        };
    }

    private static PreviewPart PreviewOf(CourseDraft draft, string path, CourseInspection inspection)
    {
        var lesson = inspection.Lessons.FirstOrDefault(lesson => string.Equals($"{draft.Slug}/lessons/{lesson.Number:00}-{lesson.Slug}.md", path, StringComparison.Ordinal));
        var here = inspection.Problems.Where(problem => string.Equals(problem.File, path, StringComparison.Ordinal)).ToList();
        return new PreviewPart(
            draft.Id,
            path,
            lesson is null ? null : (lesson.Title, lesson.Html),
            [.. inspection.Questions.Where(question => string.Equals(question.File, path, StringComparison.Ordinal))],
            here,
            inspection.Problems.Count - here.Count);
    }

    private IQueryable<CourseDraft> Reached()
    {
        var reached = scope.Organizations(Capability.ManageCourses);
        return db.CourseDrafts.AsNoTracking().Where(draft => reached.Contains(draft.OwnerId));
    }
}
