using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>The drafts and published standards of the units that the reader enters standards for.</summary>
public sealed class DraftsQuery(Db db, Scope scope, StandardShelf shelf, DayClock clock)
{
    public async Task<DraftsPage> RunAsync(DraftsFilter filter, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManageStandards);
        var drafts = db.EditionDrafts.AsNoTracking().Where(d => reach.Contains(d.OwnerId));
        var published = await PublishedAsync(cancel);
        var (draftsInReach, publishedInReach) = (await drafts.CountAsync(cancel), published.Count);
        var page = new DraftsPage(filter, [], [], Pages.Of(1, 0), draftsInReach, publishedInReach);
        var words = NameFolding.Fold(filter.Q ?? "");
        return filter.Published
            ? await PublishedPageAsync(page, published.FindAll(edition => NameFolding.Fold(edition.Title).Contains(words, StringComparison.Ordinal)), cancel)
            : await DraftsPageAsync(page, words.Length == 0 ? drafts : drafts.Where(d => d.NormalizedTitle.Contains(words)), cancel);
    }

    private async Task<DraftsPage> DraftsPageAsync(DraftsPage page, IQueryable<EditionDraft> drafts, CancellationToken cancel)
    {
        var pages = Pages.Of(page.Filter.Page, await drafts.CountAsync(cancel));
        var rows = await (
            from draft in drafts
            join unit in db.Organizations on draft.OwnerId equals unit.Id
            orderby draft.WrittenAt descending, draft.Id
            select new DraftRow(
                draft.Id, draft.Title, draft.Edition, draft.Kind, draft.Readers, unit.Name,
                new LastChange(db.People.Where(person => person.Id == draft.WrittenBy).Select(person => person.Name).FirstOrDefault(), draft.WrittenAt)))
            .Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel);
        return page with { Drafts = rows, Pages = pages };
    }

    private async Task<DraftsPage> PublishedPageAsync(DraftsPage page, List<StandardEdition> found, CancellationToken cancel)
    {
        var pages = Pages.Of(page.Filter.Page, found.Count);
        var (history, today) = (await shelf.HistoryAsync(cancel), clock.Today);
        var rows = new List<StandardRow>();
        var owners = new Dictionary<EditionName, Guid>();
        foreach (var edition in found.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size))
        {
            owners[edition.Name] = (await shelf.PlaceOfAsync(edition.Name, cancel)).OwnerId ?? Guid.Empty;
            rows.Add(new StandardRow(edition, history.StatusOn(edition, today), EditionHistory.IsAhead(edition, today), Owner: null));
        }

        var ids = owners.Values.Distinct().ToList();
        var names = await db.Organizations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return page with { Rows = rows.ConvertAll(row => row with { Owner = names.GetValueOrDefault(owners[row.Edition.Name]) }), Pages = pages };
    }

    private async Task<List<StandardEdition>> PublishedAsync(CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManageStandards);
        var units = await db.PublishedEditions.Where(e => e.OwnerId != null).Select(e => e.OwnerId!.Value).Distinct().Where(owner => reach.Contains(owner)).ToHashSetAsync(cancel);
        var editions = new List<StandardEdition>();
        foreach (var edition in units.Count == 0 ? [] : await shelf.OwnAsync(cancel))
        {
            if ((await shelf.PlaceOfAsync(edition.Name, cancel)).OwnerId is { } owner && units.Contains(owner))
            {
                editions.Add(edition);
            }
        }

        return editions;
    }
}
