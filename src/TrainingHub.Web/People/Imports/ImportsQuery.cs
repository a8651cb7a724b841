using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>Imports within reach.</summary>
public sealed class ImportsQuery(Db db, Scope scope)
{
    public const int OnPage = 50;
    private const int MostUnits = 500;

    /// <summary>Imports that speak for a unit within reach, found by number; null when there is none.</summary>
    public Task<RosterImport?> FindAsync(string number, CancellationToken cancel) =>
        Reached().AsNoTracking().SingleOrDefaultAsync(import => import.Number == number, cancel);

    public async Task<ImportsPage> ListAsync(ImportInput input, int page, ReadOutcome.Refused? refusal, CancellationToken cancel)
    {
        var lines = await (
            from import in Reached()
            orderby import.UploadedAt descending, import.Number
            select new ImportLine(
                import.Number, import.FileName, db.Organizations.Where(o => o.Id == import.OrganizationId).Select(o => o.Name).FirstOrDefault() ?? "",
                db.People.Where(p => p.Id == import.UploadedBy).Select(p => p.Name).FirstOrDefault() ?? "", import.UploadedAt, import.State, import.Mode, import.EffectiveDay,
                import.Rows, import.Refused + import.Doubtful + import.RefusedLate, import.Added + import.Changed + import.Ended + import.AbsentPosts))
            .Skip((page - 1) * OnPage).Take(OnPage + 1).ToListAsync(cancel);
        return new ImportsPage(input, await UnitsAsync(cancel), [.. lines.Take(OnPage)], page, lines.Count > OnPage, refusal);
    }

    /// <summary>Names of the units within reach, those that stand highest first.</summary>
    public async Task<List<string>> UnitsAsync(CancellationToken cancel)
    {
        var reached = scope.Organizations(Capability.ManagePeople);
        return await db.Organizations.Where(o => reached.Contains(o.Id))
            .OrderByDescending(o => db.OrganizationPaths.Count(path => path.AncestorId == o.Id && path.SupersededAt == null)).ThenBy(o => o.NormalizedName)
            .Select(o => o.Name).Take(MostUnits).ToListAsync(cancel);
    }

    /// <summary>The unit of that full name or code within reach; null when there is none or more than one.</summary>
    public async Task<Guid?> FindUnitAsync(string text, CancellationToken cancel)
    {
        var reached = scope.Organizations(Capability.ManagePeople);
        var (folded, code) = (Organizations.NameFolding.Fold(text), text.ToUpperInvariant());
        var found = await db.Organizations.Where(o => reached.Contains(o.Id) && (o.NormalizedName == folded || o.Code == code))
            .Select(o => o.Id).Take(2).ToListAsync(cancel);
        return found is [var only] ? only : null;
    }

    public async Task<ImportPage> ShowAsync(RosterImport import, ImportTab? wanted, int page, CancellationToken cancel)
    {
        var tab = wanted ?? (import.NotWritten > 0 || import.ToWrite == 0 && import.Unchanged == 0 ? ImportTab.Refused
            : import.Added > 0 ? ImportTab.Added : import.Changed > 0 ? ImportTab.Changed : import.ToWrite > 0 ? ImportTab.Ended : ImportTab.Unchanged);
        var unit = await db.Organizations.Where(o => o.Id == import.OrganizationId).Select(o => o.Name).FirstOrDefaultAsync(cancel) ?? "";
        var inTab = InTab(import.Id, tab);
        var count = await inTab.CountAsync(cancel);
        var rows = await LinesAsync(inTab.OrderBy(r => r.Verdict == RowVerdict.NeedsConfirmation ? 0 : 1).ThenBy(r => r.Sequence)
            .Skip((page - 1) * ImportPage.RowsOnPage).Take(ImportPage.RowsOnPage), cancel);
        var examples = tab == ImportTab.Changed || import.Changed == 0 ? [] : await LinesAsync(InTab(import.Id, ImportTab.Changed).OrderBy(r => r.Sequence).Take(3), cancel);
        var earlier = await Reached().Where(i => i.FileHash == import.FileHash && i.Id != import.Id && i.State == ImportState.Applied && i.UploadedAt < import.UploadedAt)
            .OrderByDescending(i => i.UploadedAt).Select(i => i.Number).FirstOrDefaultAsync(cancel);
        var hasSeveralSheets = await db.RosterImportRows.Where(r => r.ImportId == import.Id && r.RowNumber > 0).Select(r => r.Sheet).Distinct().Take(2).CountAsync(cancel) > 1;
        return new ImportPage(import, unit, tab, rows, count, page, examples, earlier, hasSeveralSheets);
    }

    /// <summary>The rows that are not written, as the file had them, for mending: at most 50,000.</summary>
    public async Task<List<RosterImportRow>> RefusedAsync(Guid importId, CancellationToken cancel) =>
        await InTab(importId, ImportTab.Refused).AsNoTracking().Where(r => r.RowNumber > 0).OrderBy(r => r.Sequence).ToListAsync(cancel);

    private IQueryable<RosterImport> Reached()
    {
        var reached = scope.Organizations(Capability.ManagePeople);
        return db.RosterImports.Where(import => reached.Contains(import.OrganizationId));
    }

    private IQueryable<RosterImportRow> InTab(Guid importId, ImportTab tab)
    {
        var rows = db.RosterImportRows.Where(r => r.ImportId == importId);
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
            ImportJson.Read<FieldChange[]>(line.Row.Differences)))];
    }
}
