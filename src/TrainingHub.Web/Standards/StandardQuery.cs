using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>One edition of a standard, with those before and after it.</summary>
public sealed class StandardQuery(Db db, StandardShelf shelf, ReadableEditions readable, DayClock clock)
{
    /// <summary>The page; null when there is no such document or edition, or none that the reader may read.</summary>
    public async Task<StandardPage?> RunAsync(string slug, string? edition, CancellationToken cancel)
    {
        if (await readable.FindAsync(slug, edition, cancel) is not { } shown)
        {
            return null;
        }

        var (history, today) = (await shelf.HistoryAsync(cancel), clock.Today);
        var owner = (await shelf.PlaceOfAsync(shown.Name, cancel)).OwnerId;
        var ownerName = owner is null ? null : await db.Organizations.Where(o => o.Id == owner).Select(o => o.Name).SingleOrDefaultAsync(cancel);
        var before = shown.Replaces is { } replaced ? await readable.FindAsync(replaced, cancel) : null;
        var after = history.SuccessorOf(shown.Name, today) is { } later ? await readable.FindAsync(later.Name, cancel) : null;
        return new StandardPage(
            RowOf(shown, ownerName),
            [.. history.EditionsOf(slug).Where(other => other.Name != shown.Name).Select(other => RowOf(other, ownerName))],
            before,
            after);

        StandardRow RowOf(StandardEdition row, string? name) => new(row, history.StatusOn(row, today), EditionHistory.IsAhead(row, today), name);
    }
}
