using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Records;

/// <summary>
/// 培训台账 as far as the reader reaches: what was completed in a reached organization. A record of somebody who held no post on its day goes
/// with the person.
/// </summary>
public sealed class LedgerQuery(Db db, Scope scope, DayClock clock)
{
    private const int MostProgrammes = 200;

    public async Task<LedgerPage> RunAsync(LedgerFilter filter, CancellationToken cancel)
    {
        var records = Records(filter);
        var pages = Pages.Of(filter.Page, await records.CountAsync(cancel));
        var rows = await InOrder(db.RowsOf(records), filter).Skip(Math.Max(0, pages.First - 1)).Take(Pages.Size).ToListAsync(cancel);
        return new LedgerPage(filter, rows, pages, await ProgrammesAsync(cancel), clock.Today, await LastSealAsync(cancel));
    }

    /// <summary>The page's frame without rows, for a filter that cannot be.</summary>
    public async Task<LedgerPage> NothingAsync(LedgerFilter filter, CancellationToken cancel) =>
        new(filter, [], Pages.Of(1, 0), await ProgrammesAsync(cancel), clock.Today, await LastSealAsync(cancel));

    /// <summary>All rows, one after the other as the database hands them out.</summary>
    public IAsyncEnumerable<RecordRow> Export(LedgerFilter filter) => InOrder(db.RowsOf(Records(filter)), filter).AsAsyncEnumerable();

    private static IQueryable<RecordRow> InOrder(IQueryable<RecordRow> rows, LedgerFilter filter)
    {
        var (column, isDown) = filter.Order;
        var ordered = column switch
        {
            LedgerSort.Person => rows.OrderBy(row => row.PersonName, isDown),
            LedgerSort.Unit => rows.OrderBy(row => row.UnitName, isDown),
            LedgerSort.Programme => rows.OrderBy(row => row.Programme, isDown),
            LedgerSort.Credit => rows.OrderBy(row => row.CreditMinutes, isDown),
            _ when isDown => null,
            _ => rows.OrderBy(row => row.CompletionDay),
        };
        return ordered is null ? rows.NewestFirst() : ordered.ThenByDescending(row => row.CompletionDay).ThenByDescending(row => row.Id);
    }

    private IQueryable<TrainingRecord> Records(LedgerFilter filter)
    {
        var (organizations, people) = (scope.Organizations(Capability.ReadRecords), scope.People(Capability.ReadRecords));
        var records = db.TrainingRecords.Where(record =>
            (record.OrganizationId != null && organizations.Contains(record.OrganizationId.Value))
            || (record.OrganizationId == null && people.Any(person => person.Id == record.PersonId)));
        if (filter.From is { } from)
        {
            records = records.Where(record => record.CompletionDay >= from);
        }

        if (filter.Until is { } until)
        {
            records = records.Where(record => record.CompletionDay <= until);
        }

        if (filter.Programme is { } slug)
        {
            records = records.Where(record => db.Programmes.Any(programme => programme.Id == record.ProgrammeId && programme.Slug == slug));
        }

        if (filter.Organization is { } named)
        {
            var units = UnitsBelow(named);
            records = records.Where(record => record.OrganizationId != null && units.Contains(record.OrganizationId.Value));
        }

        if (filter.Q is { } name)
        {
            var folded = NameFolding.Fold(name);
            records = records.Where(record => db.People.Any(person => person.Id == record.PersonId && person.NormalizedName.Contains(folded)));
        }

        return records;
    }

    private IQueryable<Guid> UnitsBelow(string named)
    {
        var (code, folded, today) = (named.ToUpperInvariant(), NameFolding.Fold(named), clock.Today);
        return
            from unit in db.Organizations
            where unit.Code == code || unit.NormalizedName.Contains(folded)
            join path in db.OrganizationPaths on unit.Id equals path.AncestorId
            where path.SupersededAt == null && path.From <= today && today <= path.Until
            select path.DescendantId;
    }

    private Task<LedgerSeal?> LastSealAsync(CancellationToken cancel) =>
        db.LedgerSeals.AsNoTracking().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(cancel);

    private async Task<IReadOnlyList<(string Slug, string Name, string NameEn)>> ProgrammesAsync(CancellationToken cancel) =>
        [.. (await db.Programmes.OrderBy(programme => programme.Id).Select(programme => new { programme.Slug, programme.Name, programme.NameEn })
            .Take(MostProgrammes).ToListAsync(cancel)).Select(programme => (programme.Slug, programme.Name, programme.NameEn))];
}
