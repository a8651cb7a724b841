using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>Publishes the editions that travel with the application, and what can be searched of them. The same files again change nothing.</summary>
public sealed class KeepEditions(Db db, Transactions transactions, StandardShelf shelf, SearchIndex index, DayClock clock)
{
    public async Task RunAsync(IReadOnlyList<StandardEdition> editions, CancellationToken cancel)
    {
        if (await transactions.RunAsync(cancel => KeepAsync(editions, cancel), cancel))
        {
            shelf.Forget();
        }
    }

    private async Task<bool> KeepAsync(IReadOnlyList<StandardEdition> editions, CancellationToken cancel)
    {
        var slugs = editions.Select(edition => edition.Slug).Distinct(StringComparer.Ordinal).ToList();
        var kept = await db.PublishedEditions.Where(e => slugs.Contains(e.Slug)).ToDictionaryAsync(e => new EditionName(e.Slug, e.Edition), cancel);
        var isChanged = false;
        foreach (var edition in editions)
        {
            var content = JsonSerializer.Serialize(edition);
            if (!kept.TryGetValue(edition.Name, out var row))
            {
                row = new PublishedEdition { Slug = edition.Slug, Edition = edition.Edition, Content = content, PublishedAt = clock.Now };
                db.PublishedEditions.Add(row);
            }
            else if (row.OwnerId is null && !string.Equals(row.Content, content, StringComparison.Ordinal))
            {
                (row.Content, row.PublishedAt) = (content, clock.Now);
            }
            else
            {
                continue;
            }

            row.Touch(clock.Now);
            isChanged = true;
            await index.ReplaceAsync(SearchKind.Clause, EditionEntries.GroupOf(edition.Name), EditionEntries.Of(edition, readersId: null), cancel);
        }

        await db.SaveChangesAsync(cancel);
        return isChanged;
    }
}
