using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>Imports within reach.</summary>
public sealed class ImportsQuery(Db db, Scope scope, ImportUnits units, ImportPositions positions, RosterWordings wordings)
{
    /// <summary>So many units may be named for one import.</summary>
    public const int MostNamed = 200;
    private const int MostUnits = 500;

    /// <summary>Imports that speak only for units within reach, found by number; null when there is none.</summary>
    public Task<RosterImport?> FindAsync(string number, CancellationToken cancel) =>
        Reached().AsNoTracking().SingleOrDefaultAsync(import => import.Number == number, cancel);

    public async Task<ImportsPage> ListAsync(ImportInput input, ImportsFilter filter, ReadOutcome.Refused? refusal, CancellationToken cancel)
    {
        var pages = Pages.Of(filter.Page, await Filtered(filter).CountAsync(cancel));
        var lines = await Lines(filter).Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel);
        return new ImportsPage(input, await UnitsAsync(cancel), filter, lines, pages, refusal) { Headings = await HeadingsAsync(cancel) };
    }

    private Task<List<ImportsPage.KnownHeading>> HeadingsAsync(CancellationToken cancel)
    {
        var reached = scope.Organizations(Capability.ManagePeople);
        return (
            from heading in db.RosterHeadings
            where reached.Contains(heading.OrganizationId)
            join unit in db.Organizations on heading.OrganizationId equals unit.Id
            orderby unit.Name, unit.Code, heading.Heading
            select new ImportsPage.KnownHeading(unit.Code, unit.Name, heading.Heading, heading.Column)).Take(200).ToListAsync(cancel);
    }

    /// <summary>All imports that the filter finds, one after the other.</summary>
    public IAsyncEnumerable<ImportLine> AllAsync(ImportsFilter filter) => Lines(filter).AsAsyncEnumerable();

    private IQueryable<RosterImport> Filtered(ImportsFilter filter) =>
        filter.State is { } state ? Reached().Where(import => import.State == state) : Reached();

    private IQueryable<ImportLine> Lines(ImportsFilter filter)
    {
        var (found, (column, isDown)) = (Filtered(filter), filter.Order);
        var ordered = column switch
        {
            ImportSort.File => found.OrderBy(import => import.FileName, isDown),
            ImportSort.EffectiveDay => found.OrderBy(import => import.EffectiveDay, isDown),
            ImportSort.Rows => found.OrderBy(import => import.Rows, isDown),
            ImportSort.State => found.OrderBy(import => import.State, isDown),
            _ => found.OrderBy(import => import.UploadedAt, isDown),
        };
        return
            from import in ordered.ThenByDescending(import => import.UploadedAt).ThenBy(import => import.Number)
            select new ImportLine(
                import.Number, import.FileName, db.Organizations.Where(o => o.Id == import.OrganizationId).Select(o => o.Name).FirstOrDefault() ?? "",
                db.RosterImportUnits.Count(unit => unit.ImportId == import.Id),
                db.People.Where(p => p.Id == import.UploadedBy).Select(p => p.Name).FirstOrDefault() ?? "", import.UploadedAt, import.State, import.Mode, import.EffectiveDay,
                import.Rows, import.Refused + import.Doubtful + import.RefusedLate, import.Added + import.Changed + import.Ended + import.AbsentPosts);
    }

    /// <summary>Names of the units within reach, those that stand highest first.</summary>
    public async Task<List<string>> UnitsAsync(CancellationToken cancel)
    {
        var reached = scope.Organizations(Capability.ManagePeople);
        return await db.Organizations.Where(o => reached.Contains(o.Id))
            .OrderByDescending(o => db.OrganizationPaths.Count(path => path.AncestorId == o.Id && path.SupersededAt == null)).ThenBy(o => o.NormalizedName)
            .Select(o => o.Name).Take(MostUnits).ToListAsync(cancel);
    }

    /// <summary>The units within reach of these full names or codes; those missing that there are not, or more than once.</summary>
    public async Task<Dictionary<string, Guid>> FindUnitsAsync(IReadOnlyList<string> typed, CancellationToken cancel)
    {
        var reached = scope.Organizations(Capability.ManagePeople);
        var (names, codes) = (typed.Select(NameFolding.Fold).ToList(), typed.Select(text => text.ToUpperInvariant()).ToList());
        var candidates = await db.Organizations.Where(o => reached.Contains(o.Id) && (names.Contains(o.NormalizedName) || codes.Contains(o.Code)))
            .Select(o => new { o.Id, o.NormalizedName, o.Code }).ToListAsync(cancel);
        var found = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var text in typed)
        {
            var (folded, code) = (NameFolding.Fold(text), text.ToUpperInvariant());
            if (candidates.Where(unit => string.Equals(unit.NormalizedName, folded, StringComparison.Ordinal) || string.Equals(unit.Code, code, StringComparison.Ordinal))
                .Take(2).ToList() is [var only])
            {
                found[text] = only.Id;
            }
        }

        return found;
    }

    /// <param name="import">One within reach.</param>
    /// <param name="wanted">Null for the list that matters most.</param>
    /// <param name="q">Part of a name, or of what a refused cell says; null for all rows.</param>
    /// <param name="sort">See <see cref="Sorting"/>.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ImportPage> ShowAsync(RosterImport import, ImportTab? wanted, string? q, string? sort, int page, CancellationToken cancel)
    {
        var tab = wanted ?? (import.NotWritten > 0 || import.ToWrite == 0 && import.Unchanged == 0 ? ImportTab.Refused
            : import.Added > 0 ? ImportTab.Added : import.Changed > 0 ? ImportTab.Changed : import.ToWrite > 0 ? ImportTab.Ended : ImportTab.Unchanged);
        var inTab = InTab(import.Id, tab, q);
        var pages = Pages.Of(page, await inTab.CountAsync(cancel));
        var rows = await LinesAsync(InOrder(inTab, OrderOf(sort)).Skip((pages.Page - 1) * pages.Length).Take(pages.Length), cancel);
        var examples = tab == ImportTab.Changed || import.Changed == 0 ? [] : await LinesAsync(InTab(import.Id, ImportTab.Changed).OrderBy(r => r.RowNumber).ThenBy(r => r.Sequence).Take(3), cancel);
        var earlier = await Reached().Where(i => i.FileHash == import.FileHash && i.Id != import.Id && i.State == ImportState.Applied && i.UploadedAt < import.UploadedAt)
            .OrderByDescending(i => i.UploadedAt).Select(i => i.Number).FirstOrDefaultAsync(cancel);
        var hasSeveralSheets = await db.RosterImportRows.Where(r => r.ImportId == import.Id && r.RowNumber > 0).Select(r => r.Sheet).Distinct().Take(2).CountAsync(cancel) > 1;
        var named = await units.NamedAsync(import, cancel);
        var meanings = ImportJson.Read<List<UnitMeaning>>(import.UnitMeanings);
        HashSet<Guid> shown = [.. named, .. meanings.Select(meaning => meaning.OrganizationId)];
        var names = await db.Organizations.Where(o => shown.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        var isPreview = import.State == ImportState.Preview;
        var unclear = isPreview ? ImportJson.ReadAll<UnclearWord>(import.UnclearWords).Where(word => word.Column is RosterColumn.Position or RosterColumn.Employment).ToList() : [];
        var posts = unclear.Count > 0 ? await PositionsAsync(import, cancel) : [];
        var index = new PositionIndex(posts);
        return new ImportPage(import, tab, rows, pages, examples, earlier, hasSeveralSheets)
        {
            WordQuestions = [.. unclear.Select(word => WordQuestion.Of(word, index))],
            Positions = posts,
            KnownWords = isPreview ? (await wordings.OfAsync(import.OrganizationId, cancel)).Count : 0,
            Order = OrderOf(sort),
            Q = q,
            // Imports from before notes were taken have none.
            Notes = import.Notes.Length > 0 ? ImportJson.Read<ReadNote[]>(import.Notes) : [],
            Leaves = await LeavesAsync(import.Id, cancel),
            Units = [.. named.Select(unit => names.GetValueOrDefault(unit, ""))],
            UnitsSpokenFor = await units.SpokenFor(named, import.IncludesBelow).CountAsync(cancel),
            UnitQuestions = isPreview ? await QuestionsAsync(import, cancel) : [],
            UnitMeanings = [.. meanings.Select(meaning => (meaning.Written, names.GetValueOrDefault(meaning.OrganizationId, "")))],
        };
    }

    private async Task<(int Added, int Changed, int Ended)> LeavesAsync(Guid importId, CancellationToken cancel)
    {
        var (added, changed, ended) = (ImportJson.Mark(RosterColumn.Leave, isNew: true), ImportJson.Mark(RosterColumn.Leave, isNew: false), ImportJson.Mark(RosterColumn.LeaveUntil, isNew: false));
        var counts = await db.RosterImportRows.Where(r => r.ImportId == importId && (r.Verdict == RowVerdict.Added || r.Verdict == RowVerdict.Changed || r.Verdict == RowVerdict.Ended)).GroupBy(r => 1)
            .Select(group => new { Added = group.Count(r => r.Differences.Contains(added)), Changed = group.Count(r => r.Differences.Contains(changed)), Ended = group.Count(r => r.Differences.Contains(ended)) })
            .SingleOrDefaultAsync(cancel);
        return (counts?.Added ?? 0, counts?.Changed ?? 0, counts?.Ended ?? 0);
    }

    /// <summary>The units of the import that may be chosen for a name in its file, by code.</summary>
    public async Task<Dictionary<string, Guid>> UnitCodesAsync(RosterImport import, CancellationToken cancel) =>
        (await units.ListAsync(import, cancel)).Where(unit => unit.IsSpokenFor).ToDictionary(unit => unit.Code, unit => unit.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of units that stand in the file and in no list, with the units that may be meant; those of most rows first.</summary>
    private async Task<List<UnitQuestion>> QuestionsAsync(RosterImport import, CancellationToken cancel)
    {
        var names = ImportJson.ReadAll<UnclearWord>(import.UnclearWords).Where(word => word.Column is RosterColumn.Unit).ToList();
        if (names.Count == 0)
        {
            return [];
        }

        var index = new UnitIndex(await units.ListAsync(import, cancel), [], import.EffectiveDay);
        return [.. names.Select(name => new UnitQuestion(name.Word, name.Rows, [.. index.Propose(name.Word).Take(UnitIndex.MostProposals)])).Where(question => question.Proposals.Count > 0)];
    }

    /// <summary>The posts that the file of an import may name.</summary>
    public async Task<List<KnownPosition>> PositionsAsync(RosterImport import, CancellationToken cancel) => await positions.ListAsync(await units.NamedAsync(import, cancel), cancel);

    /// <summary>All rows of a list, as the preview shows them: at most 50,000.</summary>
    public Task<List<ImportRowLine>> TabAsync(Guid importId, ImportTab tab, string? q, string? sort, CancellationToken cancel) =>
        LinesAsync(InOrder(InTab(importId, tab, q), OrderOf(sort)), cancel);

    /// <summary>The rows that are not written, as the file had them, for mending: at most 50,000.</summary>
    public async Task<List<RosterImportRow>> RefusedAsync(Guid importId, CancellationToken cancel) =>
        await InTab(importId, ImportTab.Refused).AsNoTracking().Where(r => r.RowNumber > 0).OrderBy(r => r.Sheet).ThenBy(r => r.RowNumber).ToListAsync(cancel);

    private IQueryable<RosterImport> Reached()
    {
        var reached = scope.Organizations(Capability.ManagePeople);
        return db.RosterImports.Where(import => reached.Contains(import.OrganizationId)
            && !db.RosterImportUnits.Any(unit => unit.ImportId == import.Id && !reached.Contains(unit.OrganizationId)));
    }

    private static (ImportRowSort Column, bool IsDown) OrderOf(string? sort) => Sorting.Of(sort, ImportRowSort.Row);

    private IQueryable<RosterImportRow> InOrder(IQueryable<RosterImportRow> rows, (ImportRowSort Column, bool IsDown) order)
    {
        var isDown = order.IsDown;
        var sorted = order.Column switch
        {
            ImportRowSort.Column => rows.OrderBy(r => r.Column, isDown),
            ImportRowSort.Found => rows.OrderBy(r => r.Found, isDown),
            ImportRowSort.Reason => rows.OrderBy(r => r.Reason, isDown),
            ImportRowSort.Name => rows.OrderBy(r => r.PersonName, isDown),
            ImportRowSort.Unit => rows.OrderBy(r => db.Organizations.Where(o => o.Id == r.OrganizationId).Select(o => o.NormalizedName).FirstOrDefault() ?? "", isDown),
            ImportRowSort.Position => rows.OrderBy(r => db.Positions.Where(p => p.Id == r.PositionId).Select(p => p.Name).FirstOrDefault() ?? "", isDown),
            // The two databases put what has no day at different ends.
            ImportRowSort.From when isDown => rows.OrderBy(r => r.From == null).ThenByDescending(r => r.From),
            ImportRowSort.From => rows.OrderBy(r => r.From == null).ThenBy(r => r.From),
            _ when isDown => rows.OrderByDescending(r => r.Sheet).ThenByDescending(r => r.RowNumber),
            _ => InFileOrder(rows),
        };
        return sorted.ThenBy(r => r.Sheet).ThenBy(r => r.RowNumber).ThenBy(r => r.Sequence);
    }

    /// <summary>In the order of the file; what a full list leaves out comes last.</summary>
    private static IOrderedQueryable<RosterImportRow> InFileOrder(IQueryable<RosterImportRow> rows) =>
        rows.OrderBy(r => r.Verdict == RowVerdict.NeedsConfirmation ? 0 : 1).ThenBy(r => r.RowNumber == 0 ? 1 : 0)
            .ThenBy(r => r.Sheet).ThenBy(r => r.RowNumber).ThenBy(r => r.Sequence);

    private IQueryable<RosterImportRow> InTab(Guid importId, ImportTab tab, string? q = null)
    {
        var rows = db.RosterImportRows.Where(r => r.ImportId == importId && (q == null || r.PersonName.Contains(q) || r.Found.Contains(q)));
        return tab switch
        {
            ImportTab.Refused => rows.Where(r => r.Verdict == RowVerdict.Refused || r.Verdict == RowVerdict.NeedsConfirmation),
            ImportTab.Added => rows.Where(r => r.Verdict == RowVerdict.Added),
            ImportTab.Changed => rows.Where(r => r.Verdict == RowVerdict.Changed),
            ImportTab.Ended => rows.Where(r => r.Verdict == RowVerdict.Ended),
            _ => rows.Where(r => r.Verdict == RowVerdict.Unchanged),
        };
    }

    private async Task<List<ImportRowLine>> LinesAsync(IQueryable<RosterImportRow> rows, CancellationToken cancel)
    {
        var lines = await (
            from row in rows.AsNoTracking()
            select new
            {
                Row = row,
                Unit = db.Organizations.Where(o => o.Id == row.OrganizationId).Select(o => o.Name).FirstOrDefault(),
                Position = db.Positions.Where(p => p.Id == row.PositionId).Select(p => p.Name).FirstOrDefault(),
                Transfer = db.TransferRequests.Where(t => row.Reason == RowReason.RegisteredElsewhere && t.PersonId == row.PersonId && t.TargetOrganizationId == row.OrganizationId)
                    .OrderByDescending(t => t.RequestedAt).Select(t => (TransferState?)t.State).FirstOrDefault(),
            }).ToListAsync(cancel);
        return [.. lines.Select(line => new ImportRowLine(
            line.Row.Sequence, line.Row.Sheet, line.Row.RowNumber, line.Row.Verdict, line.Row.Reason, line.Row.Column, line.Row.Cell, line.Row.Found, line.Row.Detail,
            line.Row.PersonName, line.Unit, line.Position, line.Row.From, line.Row.Until, line.Row.IsStartPresumed,
            line.Row.Reason == RowReason.RegisteredElsewhere && line.Row.PersonId is not null && line.Transfer is not (TransferState.Open or TransferState.Confirmed), line.Transfer,
            ImportJson.Read<FieldChange[]>(line.Row.Differences))
        {
            More = ImportJson.ReadAll<RowFault>(line.Row.MoreProblems),
        })];
    }
}
