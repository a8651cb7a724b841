using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>
/// Which questions of the banks are near to a new one. The stems of all banks are kept in memory as an index of pairs of characters, some hundred
/// bytes a question; what was written since is read before each look.
/// </summary>
public sealed class BankTwins(IServiceScopeFactory scopes, QuestionShelf shelf, DayClock clock) : IDisposable
{
    private const int Most = 20;

    // What a slow transaction wrote may become visible after a later one was read.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TwinIndex<Guid> _index = new();
    private readonly Dictionary<Guid, Entry> _entries = [];
    private DateTime? _readAt;

    /// <summary>For each question those of the owners' banks that are near to it, the same ones first.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<NearQuestion>>> FindAsync(IReadOnlyList<QuestionVersion> questions, IReadOnlyCollection<Guid> owners, CancellationToken cancel)
    {
        List<List<Entry>> found;
        await _turn.WaitAsync(cancel);
        try
        {
            await ReadAsync(cancel);
            found = questions.ToList().ConvertAll(question =>
                _index.Find(question.Prompt.Stem, Most, id => owners.Contains(_entries[id].OwnerId)).Select(id => _entries[id]).ToList());
        }
        finally
        {
            _turn.Release();
        }

        var versions = await shelf.QuestionsAsync([.. found.SelectMany(entries => entries).Select(entry => entry.Hash).Distinct(StringComparer.Ordinal)], cancel);
        return [.. questions.Zip(found, (question, entries) => Near(question, entries, versions))];
    }

    public void Dispose() => _turn.Dispose();

    private static List<NearQuestion> Near(QuestionVersion question, List<Entry> entries, IReadOnlyDictionary<string, QuestionVersion> versions) =>
    [
        .. from entry in entries
           let version = versions.GetValueOrDefault(entry.Hash)
           where version is not null
           let isSame = BankTwinRule.AreOne(version, question)
           where isSame || BankTwinRule.AreNear(version, question)
           orderby isSame descending
           select new NearQuestion(entry.Id, entry.OwnerId, version.Prompt.Id, version, isSame),
    ];

    private async Task ReadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var now = clock.Now;
        var rows = db.BankQuestions.AsNoTracking();
        if (_readAt is { } since)
        {
            var from = since - Overlap;
            var recent = await rows.Where(row => row.UpdatedAt >= from).Select(row => new { row.Id, row.Hash }).ToListAsync(cancel);
            var changed = recent.Where(row => !_entries.TryGetValue(row.Id, out var known) || !string.Equals(known.Hash, row.Hash, StringComparison.Ordinal)).Select(row => row.Id).ToList();
            foreach (var step in changed.Chunk(500))
            {
                await PutAsync(db, rows.Where(row => step.Contains(row.Id)), cancel);
            }
        }
        else
        {
            await PutAsync(db, rows, cancel);
        }

        _readAt = now;
    }

    private async Task PutAsync(Db db, IQueryable<BankQuestion> rows, CancellationToken cancel)
    {
        var stems =
            from row in rows
            join question in db.PublishedQuestions.AsNoTracking() on row.Hash equals question.Hash
            select new { row.Id, row.OwnerId, row.Hash, question.Stem };
        await foreach (var row in stems.AsAsyncEnumerable().WithCancellation(cancel))
        {
            _entries[row.Id] = new Entry(row.Id, row.OwnerId, row.Hash);
            _index.Put(row.Id, row.Stem);
        }
    }

    private sealed record Entry(Guid Id, Guid OwnerId, string Hash);
}
