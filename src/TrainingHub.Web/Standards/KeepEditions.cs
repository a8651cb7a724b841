using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>Publishes the editions that travel with the application, and what can be searched of them. The same files again change nothing.</summary>
public sealed partial class KeepEditions(Db db, Transactions transactions, StandardShelf shelf, SearchIndex index, DayClock clock, ILogger<KeepEditions> logger)
{
    public Task RunAsync(IReadOnlyList<StandardEdition> editions, CancellationToken cancel) => RunAsync(editions, ownerId: null, cancel);

    /// <param name="editions">Those with an unknown name are added, for everybody to read.</param>
    /// <param name="ownerId">The unit that brings them; null for the application, which alone may change an edition that it brought before.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task RunAsync(IReadOnlyList<StandardEdition> editions, Guid? ownerId, CancellationToken cancel)
    {
        if (await transactions.RunAsync(cancel => KeepAsync(editions, ownerId, cancel), cancel))
        {
            shelf.Forget();
        }
    }

    private async Task<bool> KeepAsync(IReadOnlyList<StandardEdition> editions, Guid? ownerId, CancellationToken cancel)
    {
        var slugs = editions.Select(edition => edition.Slug).Distinct(StringComparer.Ordinal).ToList();
        var kept = await db.PublishedEditions.Where(e => slugs.Contains(e.Slug)).ToDictionaryAsync(e => new EditionName(e.Slug, e.Edition), cancel);
        var isChanged = false;
        foreach (var edition in editions)
        {
            var content = JsonSerializer.Serialize(edition);
            if (!kept.TryGetValue(edition.Name, out var row))
            {
                row = new PublishedEdition { Slug = edition.Slug, Edition = edition.Edition, Content = content, OwnerId = ownerId, PublishedAt = clock.Now };
                db.PublishedEditions.Add(row);
            }
            else if (row.OwnerId is null && ownerId is null && !string.Equals(row.Content, content, StringComparison.Ordinal))
            {
                (row.Content, row.PublishedAt) = (content, clock.Now);
            }
            else
            {
                if (ownerId is null && !string.Equals(row.Content, content, StringComparison.Ordinal))
                {
                    // What a unit published stays as it is; an operator has to know that our text of the same name is not the one that is read.
                    LogNotKept(logger, edition.Slug, edition.Edition, row.OwnerId);
                }

                continue;
            }

            row.Touch(clock.Now);
            isChanged = true;
            await index.ReplaceAsync(SearchKind.Clause, EditionEntries.GroupOf(edition.Name), EditionEntries.Of(edition, readersId: null), cancel);
        }

        await db.SaveChangesAsync(cancel);
        return isChanged;
    }

    [LoggerMessage(320, LogLevel.Error, "Standard {Slug} {Edition} of the application not published: organization {OwnerId} has published an edition of this name with other content")]
    private static partial void LogNotKept(ILogger logger, string slug, string edition, Guid? ownerId);
}
