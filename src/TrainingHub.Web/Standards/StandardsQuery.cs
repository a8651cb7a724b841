using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>The standards that the current reader may read: as a list, or searched through.</summary>
public sealed class StandardsQuery(Db db, StandardShelf shelf, ReadableEditions readable, SearchIndex index, DayClock clock)
{
    public async Task<StandardsPage> RunAsync(StandardsFilter filter, CancellationToken cancel) =>
        filter.Typed is { } typed ? await SearchAsync(filter, typed, cancel) : await ListAsync(filter, cancel);

    /// <summary>Every row of the filter, for export; what is searched for narrows it to the documents that have it.</summary>
    public async Task<IReadOnlyList<StandardRow>> ExportAsync(StandardsFilter filter, CancellationToken cancel)
    {
        var found = await FindAsync(filter, cancel);
        if (filter.Typed is { } typed)
        {
            var groups = await FoundInAsync(found, typed, cancel) is { } hits ? await hits.Select(hit => hit.Group).Distinct().ToListAsync(cancel) : [];
            found = [.. found.Where(row => groups.Contains(EditionEntries.GroupOf(row.Edition.Name), StringComparer.Ordinal))];
        }

        return await WithOwnersAsync(found, cancel);
    }

    private async Task<StandardsPage> ListAsync(StandardsFilter filter, CancellationToken cancel)
    {
        var found = await FindAsync(filter, cancel);
        var pages = Pages.Of(filter.Page, found.Count);
        var rows = await WithOwnersAsync([.. found.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)], cancel);
        return new StandardsPage(filter, rows, [], pages, IsSearch: false);
    }

    private async Task<StandardsPage> SearchAsync(StandardsFilter filter, string typed, CancellationToken cancel)
    {
        var editions = (await FindAsync(filter, cancel)).ToDictionary(row => EditionEntries.GroupOf(row.Edition.Name), StringComparer.Ordinal);
        if (await FoundInAsync([.. editions.Values], typed, cancel) is not { } hits)
        {
            return new StandardsPage(filter, [], [], Pages.Of(1, 0), IsSearch: true);
        }

        var pages = Pages.Of(filter.Page, await hits.CountAsync(cancel));
        var shown = await hits.OrderBy(hit => hit.Rank).ThenBy(hit => hit.Id).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel);
        return new StandardsPage(filter, [], [.. shown.Select(hit => HitOf(editions[hit.Group], hit.Key, typed))], pages, IsSearch: true);
    }

    /// <summary>Null when what was typed holds no word. What others entered for themselves is left out by the database, whatever the list of editions says.</summary>
    private async Task<IQueryable<SearchHit>?> FoundInAsync(IReadOnlyList<StandardRow> editions, string typed, CancellationToken cancel)
    {
        if (index.Find(typed) is not { } found)
        {
            return null;
        }

        var units = (await readable.UnitsAsync(cancel)).ToList();
        var groups = editions.Select(row => EditionEntries.GroupOf(row.Edition.Name)).ToList();
        return found.Where(hit => hit.Kind == SearchKind.Clause && groups.Contains(hit.Group) && (hit.ReadersId == null || units.Contains(hit.ReadersId.Value)));
    }

    private static ClauseHit HitOf(StandardRow row, string number, string typed)
    {
        var clause = row.Edition.FindClause(number);
        return new ClauseHit(row.Edition, row.Status, clause, Excerpts.Of(clause?.Text ?? $"{row.Edition.Issuer} {row.Edition.Number}", typed));
    }

    private async Task<List<StandardRow>> FindAsync(StandardsFilter filter, CancellationToken cancel) =>
    [
        .. (await readable.AllAsync(filter.Replaced, cancel))
            .Where(found => filter.Kind is null || found.Edition.Kind == filter.Kind)
            .OrderBy(found => OrderOf(found.Edition.Kind)).ThenBy(found => found.Edition.Slug, StringComparer.Ordinal).ThenByDescending(found => found.Edition.Issued)
            .Select(found => new StandardRow(found.Edition, found.Status, EditionHistory.IsAhead(found.Edition, clock.Today), Owner: null)),
    ];

    private async Task<List<StandardRow>> WithOwnersAsync(List<StandardRow> rows, CancellationToken cancel)
    {
        var owners = new Dictionary<EditionName, Guid>();
        foreach (var row in rows)
        {
            if ((await shelf.PlaceOfAsync(row.Edition.Name, cancel)).OwnerId is { } owner)
            {
                owners[row.Edition.Name] = owner;
            }
        }

        var ids = owners.Values.Distinct().ToList();
        var names = ids.Count == 0 ? [] : await db.Organizations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return rows.ConvertAll(row => owners.TryGetValue(row.Edition.Name, out var owner) ? row with { Owner = names.GetValueOrDefault(owner) } : row);
    }

    /// <summary>The guidelines that this application teaches stand first, then from the most binding down.</summary>
    private static int OrderOf(StandardKind kind) => kind switch
    {
        StandardKind.Guideline => -1,
        StandardKind.Other => 99,
        _ => (int)kind,
    };
}
