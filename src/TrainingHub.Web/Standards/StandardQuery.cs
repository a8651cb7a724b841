using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>One edition of a standard, with those before and after it.</summary>
public sealed class StandardQuery(Db db, StandardShelf shelf, ReadableEditions readable, IClauseUses uses, Scope scope, DayClock clock)
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
        var others = new List<StandardRow>();
        foreach (var other in history.EditionsOf(slug).Where(other => other.Name != shown.Name))
        {
            if (await readable.MayReadAsync(other.Name, cancel))
            {
                others.Add(RowOf(other, ownerName));
            }
        }

        return new StandardPage(RowOf(shown, ownerName), others, before, after)
        {
            Query = history.CurrentOf(slug, today)?.Name == shown.Name ? "" : $"?edition={Uri.EscapeDataString(shown.Edition)}",
            Uses = await uses.OfEditionAsync(shown, cancel),
            Readers = (await shelf.PlaceOfAsync(shown.Name, cancel)).Readers,
            IsManaged = owner is { } unit && await scope.Organizations(Capability.ManageStandards).ContainsAsync(unit, cancel),
            IsLast = !history.EditionsOf(slug).Any(other => other.Replaces == shown.Name),
        };

        StandardRow RowOf(StandardEdition row, string? name) => new(row, history.StatusOn(row, today), EditionHistory.IsAhead(row, today), name);
    }
}
