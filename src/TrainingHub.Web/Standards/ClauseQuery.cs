using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>One clause of an edition.</summary>
public sealed class ClauseQuery(Db db, StandardShelf shelf, ReadableEditions readable, IClauseUses uses, DayClock clock)
{
    /// <summary>The page; null when there is no such clause, or none that the reader may read.</summary>
    public async Task<ClausePage?> RunAsync(string slug, string? edition, string number, CancellationToken cancel)
    {
        if (await readable.FindAsync(slug, edition, cancel) is not { } shown || shown.FindClause(number) is not { } clause)
        {
            return null;
        }

        var (history, today) = (await shelf.HistoryAsync(cancel), clock.Today);
        var place = shown.Clauses.Index().First(entry => ReferenceEquals(entry.Item, clause)).Index;
        var after = history.SuccessorOf(shown.Name, today) is { } later ? await readable.FindAsync(later.Name, cancel) : null;
        var owner = (await shelf.PlaceOfAsync(shown.Name, cancel)).OwnerId;
        var ownerName = owner is null ? null : await db.Organizations.Where(o => o.Id == owner).Select(o => o.Name).SingleOrDefaultAsync(cancel);
        return new ClausePage(
            new StandardRow(shown, history.StatusOn(shown, today), EditionHistory.IsAhead(shown, today), ownerName),
            clause,
            place > 0 ? shown.Clauses[place - 1] : null,
            place + 1 < shown.Clauses.Count ? shown.Clauses[place + 1] : null,
            history.StandingOf(shown.Name, number, today),
            after,
            after is null ? null : EditionComparison.Of(shown, after).FateOf(number),
            await uses.OfAsync(shown.Name, number, cancel));
    }
}
