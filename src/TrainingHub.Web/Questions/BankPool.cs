using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>
/// The published questions from which a unit's papers may be drawn: of its own bank and of the units' above it, with use, difficulty and tags as
/// they are now, as far as their basis holds today. A bank is read once, however many ask for it at the same time, and again when something in it was changed.
/// </summary>
public sealed class BankPool(IServiceScopeFactory scopes, StandardShelf standards, DayClock clock) : IDisposable
{
    // About 2 KB each: the banks read longest ago are forgotten beyond this.
    private const int MostKept = 200_000;

    private readonly ConcurrentDictionary<Guid, Bank> _banks = [];
    private readonly SemaphoreSlim _reading = new(1, 1);

    /// <summary>Each question once, the unit's own first; by id within a bank.</summary>
    public async Task<IReadOnlyList<PooledQuestion>> ReadAsync(Guid organizationId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var owners = await db.BanksAboveAsync(organizationId, clock.Today, cancel);
        // Before the questions: what is changed in between is read again the next time.
        var stamps = await db.BankStamps.AsNoTracking().Where(stamp => owners.Contains(stamp.OwnerId)).ToDictionaryAsync(stamp => stamp.OwnerId, stamp => stamp.Number, cancel);
        var history = await standards.HistoryAsync(cancel);
        List<PooledQuestion> pool = [];
        foreach (var owner in owners)
        {
            // What a unit above keeps to itself is not drawn below it.
            var bank = await BankAsync(db, owner, stamps.GetValueOrDefault(owner), history, cancel);
            pool.AddRange(owner == organizationId ? bank.Drawn : bank.Shared);
        }

        return pool;
    }

    public void Dispose() => _reading.Dispose();

    private async Task<Bank> BankAsync(Db db, Guid ownerId, long stamp, EditionHistory history, CancellationToken cancel)
    {
        if (FindKnown(ownerId, stamp, history) is { } known)
        {
            return known;
        }

        await _reading.WaitAsync(cancel);
        try
        {
            return FindKnown(ownerId, stamp, history) ?? await ReadAgainAsync(db, ownerId, stamp, history, cancel);
        }
        finally
        {
            _reading.Release();
        }
    }

    private Bank? FindKnown(Guid ownerId, long stamp, EditionHistory history)
    {
        if (_banks.GetValueOrDefault(ownerId) is not { } known || known.Stamp != stamp || known.Day != clock.Today || !ReferenceEquals(known.History, history))
        {
            return null;
        }

        known.AskedAt = clock.Now;
        return known;
    }

    private async Task<Bank> ReadAgainAsync(Db db, Guid ownerId, long stamp, EditionHistory history, CancellationToken cancel)
    {
        var today = clock.Today;
        var all = _banks.GetValueOrDefault(ownerId) is { } known && known.Stamp == stamp ? known.All : await ReadBankAsync(db, ownerId, cancel);
        List<PooledQuestion> drawn = [.. all.Where(one => BasisRule.MayStandOnPaper(BasisRule.StandingOf(one.Question.Key, history, today), isReviewed: false))];
        var bank = _banks[ownerId] = new Bank(stamp, today, history, all, drawn, drawn.TrueForAll(one => !one.IsPrivate) ? drawn : drawn.FindAll(one => !one.IsPrivate)) { AskedAt = clock.Now };
        Forget(ownerId);
        return bank;
    }

    private void Forget(Guid kept)
    {
        foreach (var (owner, bank) in _banks.OrderBy(entry => entry.Value.AskedAt).ToList())
        {
            if (_banks.Values.Sum(other => other.All.Count) <= MostKept)
            {
                return;
            }

            if (owner != kept)
            {
                _banks.TryRemove(KeyValuePair.Create(owner, bank));
            }
        }
    }

    private static async Task<IReadOnlyList<PooledQuestion>> ReadBankAsync(Db db, Guid ownerId, CancellationToken cancel)
    {
        var drawn = db.BankQuestions.AsNoTracking().Where(row => row.OwnerId == ownerId && row.PublishedHash != null && row.Status != BankStatus.Retired && row.Use != QuestionUse.Practice);
        var tags = (await (from row in drawn join tag in db.BankTags.AsNoTracking() on row.Id equals tag.BankQuestionId select new { tag.BankQuestionId, tag.Name }).ToListAsync(cancel))
            .ToLookup(tag => tag.BankQuestionId, tag => tag.Name);
        var folders = await db.BankFolders.AsNoTracking().Where(folder => folder.OwnerId == ownerId).ToDictionaryAsync(folder => folder.Id, cancel);
        var rows =
            from row in drawn
            join prompt in db.PublishedQuestions.AsNoTracking() on row.PublishedHash equals prompt.Hash
            join key in db.PublishedKeys.AsNoTracking() on row.PublishedHash equals key.Hash
            orderby row.QuestionId
            select new { row.Id, row.FolderId, row.Use, row.Difficulty, row.Origin, prompt, key };
        List<PooledQuestion> questions = [];
        var paths = new Dictionary<Guid, IReadOnlyCollection<Guid>>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var version = QuestionRows.VersionOf(row.prompt, row.key);
            var question = new QuestionVersion(version.Prompt, version.Key, row.Use, row.Difficulty) { Tags = [.. tags[row.Id].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };
            questions.Add(new PooledQuestion(question, row.FolderId is { } folder ? PathOf(folder) : []) { Origin = row.Origin ?? question.Prompt.Id, IsPrivate = row.FolderId is { } own && folders.GetValueOrDefault(own) is { IsPrivate: true } });
        }

        return questions;

        // Questions of one folder share its path.
        IReadOnlyCollection<Guid> PathOf(Guid folder)
        {
            if (!paths.TryGetValue(folder, out var path))
            {
                List<Guid> above = [folder];
                while (above.Count < BankFolder.MostDeep && folders.GetValueOrDefault(above[^1])?.ParentId is { } parent)
                {
                    above.Add(parent);
                }

                path = paths[folder] = above;
            }

            return path;
        }
    }

    private sealed record Bank(long Stamp, DateOnly Day, EditionHistory History, IReadOnlyList<PooledQuestion> All, IReadOnlyList<PooledQuestion> Drawn, IReadOnlyList<PooledQuestion> Shared)
    {
        public DateTime AskedAt { get; set; }
    }
}
