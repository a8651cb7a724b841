using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Questions.Imports;

/// <summary>Imports of questions into banks within reach.</summary>
public sealed class QuestionImportsQuery(Db db, Scope scope, ResolveBasis bases)
{
    private const int MostUnits = 500;

    /// <summary>Found by number; null when there is none within reach.</summary>
    public Task<QuestionImport?> FindAsync(string number, CancellationToken cancel) => Reached().AsNoTracking().SingleOrDefaultAsync(import => import.Number == number, cancel);

    /// <summary>The unit within reach of this full name or code; null when there is none, or more than one.</summary>
    public async Task<Guid?> FindUnitAsync(string typed, CancellationToken cancel)
    {
        var reached = scope.Organizations(Capability.ManageCourses);
        var (name, code) = (NameFolding.Fold(typed), typed.ToUpperInvariant());
        return await db.Organizations.Where(o => reached.Contains(o.Id) && (o.NormalizedName == name || o.Code == code)).Select(o => o.Id).Take(2).ToListAsync(cancel) is [var only] ? only : null;
    }

    public async Task<QuestionImportsPage> ListAsync(QuestionImportInput input, QuestionImportsFilter filter, ForeignReading.Refused? refusal, CancellationToken cancel)
    {
        var reached = scope.Organizations(Capability.ManageCourses);
        var units = await db.Organizations.Where(o => reached.Contains(o.Id))
            .OrderByDescending(o => db.OrganizationPaths.Count(path => path.AncestorId == o.Id && path.SupersededAt == null)).ThenBy(o => o.NormalizedName)
            .Select(o => o.Name).Take(MostUnits).ToListAsync(cancel);
        var folders = await db.Set<BankFolder>().Where(folder => reached.Contains(folder.OwnerId)).Select(folder => folder.Name).Distinct().OrderBy(name => name).Take(MostUnits).ToListAsync(cancel);
        var found = Found(filter);
        var pages = Pages.Of(filter.Page, await found.CountAsync(cancel));
        var lines = await Lines(InOrder(found, filter.Order).Skip((pages.Page - 1) * pages.Length).Take(pages.Length)).ToListAsync(cancel);
        return new QuestionImportsPage(input with { Unit = input.Unit.Length is 0 ? units.FirstOrDefault() ?? "" : input.Unit }, filter, units, folders, lines, pages, refusal);
    }

    /// <summary>Every import of the filter, for export.</summary>
    public IAsyncEnumerable<QuestionImportLine> ExportAsync(QuestionImportsFilter filter) => Lines(InOrder(Found(filter), filter.Order)).AsAsyncEnumerable();

    private IQueryable<QuestionImport> Found(QuestionImportsFilter filter)
    {
        var found = Reached().AsNoTracking();
        found = filter.State is { } state ? found.Where(import => import.State == state) : found;
        return filter.Q is { } typed ? found.Where(import => import.FileName.Contains(typed) || import.Number == typed) : found;
    }

    private static IQueryable<QuestionImport> InOrder(IQueryable<QuestionImport> imports, (QuestionImportSort Column, bool IsDown) order) => (order switch
    {
        (QuestionImportSort.FileName, var isDown) => imports.OrderBy(import => import.FileName, isDown),
        (QuestionImportSort.Rows, var isDown) => imports.OrderBy(import => import.Rows, isDown),
        (QuestionImportSort.Taken, var isDown) => imports.OrderBy(import => import.ToTake, isDown),
        (QuestionImportSort.State, var isDown) => imports.OrderBy(import => import.State, isDown),
        (_, var isDown) => imports.OrderBy(import => import.UploadedAt, isDown),
    }).ThenBy(import => import.Number);

    private IQueryable<QuestionImportLine> Lines(IQueryable<QuestionImport> imports) =>
        from import in imports
        select new QuestionImportLine(
            import.Number, import.FileName, import.Format, db.Organizations.Where(o => o.Id == import.OwnerId).Select(o => o.Name).FirstOrDefault() ?? "",
            db.People.Where(p => p.Id == import.UploadedBy).Select(p => p.Name).FirstOrDefault() ?? "", import.UploadedAt, import.State, import.Rows, import.ToTake, import.Near + import.Refused);

    /// <param name="import">Within reach.</param>
    /// <param name="wanted">Which list; null: the one that asks most.</param>
    /// <param name="isPictureList">Of the questions to take those alone whose pictures have no words.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<QuestionImportPage> ShowAsync(QuestionImport import, QuestionVerdict? wanted, bool isPictureList, int page, CancellationToken cancel)
    {
        var tab = isPictureList ? QuestionVerdict.Take : wanted ?? (import.Refused > 0 ? QuestionVerdict.Refused : import.Near > 0 ? QuestionVerdict.Near : QuestionVerdict.Take);
        var lacking = InTab(import.Id, QuestionVerdict.Take).Where(row => row.Problems.Contains(QuestionJson.Mark(ForeignFault.PictureTextMissing)));
        var found = isPictureList ? lacking : InTab(import.Id, tab);
        var pages = Pages.Of(page, await found.CountAsync(cancel));
        var rows = await found.Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel);
        var unit = await db.Organizations.Where(o => o.Id == import.OwnerId).Select(o => o.Name).SingleAsync(cancel);
        var folder = import.FolderId is { } id ? await db.Set<BankFolder>().Where(f => f.Id == id).Select(f => f.Name).FirstOrDefaultAsync(cancel) ?? "" : "";
        var earlier = await Reached().Where(i => i.FileHash == import.FileHash && i.OwnerId == import.OwnerId && i.Id != import.Id && i.State == QuestionImportState.Taken && i.UploadedAt <= import.UploadedAt)
            .OrderByDescending(i => i.UploadedAt).Select(i => i.Number).FirstOrDefaultAsync(cancel);
        var columns = import.State is QuestionImportState.Columns ? QuestionJson.Columns(import.Content) : null;
        return new QuestionImportPage(import, unit, folder, tab, rows, pages, columns, await lacking.CountAsync(cancel), isPictureList, earlier) { BasisNote = await bases.NoteOfAsync(import.DefaultBasis, cancel) };
    }

    /// <summary>All questions of a list, in the order of the file.</summary>
    public IAsyncEnumerable<QuestionImportRow> AllAsync(Guid importId, QuestionVerdict tab) => InTab(importId, tab).AsAsyncEnumerable();

    private IQueryable<QuestionImportRow> InTab(Guid importId, QuestionVerdict tab) =>
        db.Set<QuestionImportRow>().AsNoTracking().Where(row => row.ImportId == importId
            && (row.Verdict == tab || (tab == QuestionVerdict.Near && row.Verdict == QuestionVerdict.Same) || (tab == QuestionVerdict.Take && row.Verdict == QuestionVerdict.NearTaken))).OrderBy(row => row.Sequence);

    private IQueryable<QuestionImport> Reached()
    {
        var reached = scope.Organizations(Capability.ManageCourses);
        return db.Set<QuestionImport>().Where(import => reached.Contains(import.OwnerId));
    }
}
