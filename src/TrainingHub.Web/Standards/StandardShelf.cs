using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>
/// Every published edition, read once into memory. After ten seconds, which is how other processes learn of a publication, only what was
/// written since is read again: with the standards of thousands of schools everything would be too much.
/// </summary>
public sealed class StandardShelf(IServiceScopeFactory scopes, DayClock clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    // What a slow transaction wrote may become visible after a later one was read; clocks of processes differ a little, too.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);
    private Current? _current;
    private int _publications;

    /// <summary>All editions and how they follow each other.</summary>
    public async ValueTask<EditionHistory> HistoryAsync(CancellationToken cancel) => (await CurrentAsync(cancel)).History;

    /// <summary>The edition of this name; null when there is none.</summary>
    public async ValueTask<StandardEdition?> FindAsync(EditionName name, CancellationToken cancel) => (await HistoryAsync(cancel)).Find(name);

    /// <summary>Who entered an edition and who may read it.</summary>
    public async ValueTask<EditionPlace> PlaceOfAsync(EditionName name, CancellationToken cancel) =>
        (await CurrentAsync(cancel)).Rows.TryGetValue(name, out var row) ? row.Place : EditionPlace.Common;

    /// <summary>Every edition that a unit entered, by document and then from the newest to the oldest.</summary>
    public async ValueTask<IReadOnlyList<StandardEdition>> OwnAsync(CancellationToken cancel)
    {
        var current = await CurrentAsync(cancel);
        return [.. current.History.All.Where(edition => current.Rows[edition.Name].Place.OwnerId is not null)];
    }

    /// <summary>Called when something was published.</summary>
    public void Forget() => Interlocked.Increment(ref _publications);

    private async ValueTask<Current> CurrentAsync(CancellationToken cancel)
    {
        var publications = Volatile.Read(ref _publications);
        var (before, now) = (_current, clock.Now);
        if (before is not null && before.Publications == publications && now - before.ReadAt is var age && age >= TimeSpan.Zero && age < Fresh)
        {
            return before;
        }

        var rows = before is null || now < before.ReadAt ? ImmutableDictionary<EditionName, Row>.Empty : before.Rows;
        var changed = await ChangedAsync(rows, rows.IsEmpty ? null : before!.ReadAt - Overlap, cancel);
        return _current = changed.Count == 0 && before is not null && ReferenceEquals(rows, before.Rows)
            ? before with { ReadAt = now, Publications = publications }
            : Build(now, publications, rows.SetItems(changed));
    }

    private async Task<List<KeyValuePair<EditionName, Row>>> ChangedAsync(ImmutableDictionary<EditionName, Row> known, DateTime? since, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var written = since is { } instant ? db.PublishedEditions.Where(row => row.ChangedAt >= instant) : db.PublishedEditions;
        var stamps = await written.Select(row => new { row.Slug, row.Edition, row.ChangedAt }).ToListAsync(cancel);
        var names = stamps.Where(row => !known.TryGetValue(new EditionName(row.Slug, row.Edition), out var old) || old.ChangedAt != row.ChangedAt).Select(row => row.Slug).ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0)
        {
            return [];
        }

        var all = since is null ? written : written.Where(row => names.Contains(row.Slug));
        return [.. (await all.AsNoTracking().ToListAsync(cancel)).Select(row => KeyValuePair.Create(new EditionName(row.Slug, row.Edition), RowOf(row)))];
    }

    private static Row RowOf(PublishedEdition row)
    {
        var edition = JsonSerializer.Deserialize<StandardEdition>(row.Content) ?? throw new InvalidOperationException($"Edition {row.Slug} {row.Edition} has no content.");
        return new Row(
            row.EndsOn is { } day ? edition with { InForceUntil = day } : edition,
            row.OwnerId is null ? EditionPlace.Common : new EditionPlace(row.OwnerId, row.Readers),
            row.ChangedAt);
    }

    private static Current Build(DateTime readAt, int publications, ImmutableDictionary<EditionName, Row> rows)
    {
        // A unit takes the place of its own editions only, whatever was stored.
        var foreign = rows.Values.Where(row => row is { Place.OwnerId: { } owner, Edition.Replaces: { } replaced }
            && rows.TryGetValue(replaced, out var other) && other.Place.OwnerId != owner).ToList();
        var sound = rows.SetItems(foreign.Select(row => KeyValuePair.Create(row.Edition.Name, row with { Edition = row.Edition with { Replaces = null } })));
        return new(readAt, publications, new EditionHistory(sound.Values.Select(row => row.Edition)), sound);
    }

    private sealed record Row(StandardEdition Edition, EditionPlace Place, DateTime ChangedAt);

    private sealed record Current(DateTime ReadAt, int Publications, EditionHistory History, ImmutableDictionary<EditionName, Row> Rows);
}
