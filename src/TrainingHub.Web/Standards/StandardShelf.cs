using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>
/// Every published edition, read once into memory: some thousands of clauses at most. Read again after ten seconds, which is how other processes
/// learn of a publication.
/// </summary>
public sealed class StandardShelf(IServiceScopeFactory scopes, DayClock clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private Current? _current;

    /// <summary>All editions and how they follow each other.</summary>
    public async ValueTask<EditionHistory> HistoryAsync(CancellationToken cancel) => (await CurrentAsync(cancel)).History;

    /// <summary>The edition of this name; null when there is none.</summary>
    public async ValueTask<StandardEdition?> FindAsync(EditionName name, CancellationToken cancel) => (await HistoryAsync(cancel)).Find(name);

    /// <summary>Who entered an edition and who may read it.</summary>
    public async ValueTask<EditionPlace> PlaceOfAsync(EditionName name, CancellationToken cancel) =>
        (await CurrentAsync(cancel)).Places.GetValueOrDefault(name) ?? EditionPlace.Common;

    /// <summary>Called when something was published.</summary>
    public void Forget() => _current = null;

    private async ValueTask<Current> CurrentAsync(CancellationToken cancel)
    {
        if (_current is { } current && clock.Now - current.ReadAt is var age && age >= TimeSpan.Zero && age < Fresh)
        {
            return current;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var rows = await db.PublishedEditions.AsNoTracking().ToListAsync(cancel);
        return _current = new Current(
            clock.Now,
            new EditionHistory(rows.Select(row => JsonSerializer.Deserialize<StandardEdition>(row.Content)!)),
            rows.Where(row => row.OwnerId is not null)
                .ToDictionary(row => new EditionName(row.Slug, row.Edition), row => new EditionPlace(row.OwnerId, row.Readers)));
    }

    private sealed record Current(DateTime ReadAt, EditionHistory History, IReadOnlyDictionary<EditionName, EditionPlace> Places);
}
