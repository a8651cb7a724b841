using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>
/// What is searched of the banks' questions, kept in memory: some hundred bytes a question. No index of either database finds two Chinese characters
/// inside a text, and reading a hundred thousand texts from the disk takes longer than a page may. What was written since is read before each look.
/// </summary>
public sealed class BankTexts(IServiceScopeFactory scopes, DayClock clock) : IDisposable
{
    // What a slow transaction wrote may become visible after a later one was read.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<Guid, int> _places = [];
    private DateTime? _readAt;

    /// <summary>Ids of the questions of these banks whose text has every word; null when there are more than so many.</summary>
    /// <param name="owners">Units.</param>
    /// <param name="words">As <see cref="BankContent.Fold"/> writes them; at least one.</param>
    /// <param name="most">From 1.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<Guid>?> FindAsync(IReadOnlyCollection<Guid> owners, IReadOnlyList<string> words, int most, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await ReadAsync(cancel);
            return Find(owners.ToHashSet(), words, most);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads what is not in memory yet, so that the first who searches does not wait for it.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await ReadAsync(cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private List<Guid>? Find(HashSet<Guid> owners, IReadOnlyList<string> words, int most)
    {
        List<Guid> found = [];
        foreach (var entry in _entries)
        {
            if (owners.Contains(entry.OwnerId) && words.All(word => entry.Text.Contains(word, StringComparison.Ordinal)))
            {
                if (found.Count == most)
                {
                    return null;
                }

                found.Add(entry.Id);
            }
        }

        return found;
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<Db>().BankQuestions.AsNoTracking();
        var now = clock.Now;
        if (_readAt is { } since)
        {
            var from = since - Overlap;
            rows = rows.Where(row => row.UpdatedAt >= from);
        }

        await foreach (var row in rows.Select(row => new { row.Id, row.OwnerId, row.SearchText }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            Put(new Entry(row.Id, row.OwnerId, row.SearchText));
        }

        _readAt = now;
    }

    private void Put(Entry entry)
    {
        if (_places.TryGetValue(entry.Id, out var place))
        {
            _entries[place] = entry;
        }
        else
        {
            _places.Add(entry.Id, _entries.Count);
            _entries.Add(entry);
        }
    }

    private sealed record Entry(Guid Id, Guid OwnerId, string Text);
}
