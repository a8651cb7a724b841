using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>
/// The published questions from which a unit's papers may be drawn: of its own bank and of the units' above it, with use, difficulty and tags as
/// they are now, as far as their basis holds today. A bank is read again when something in it was changed.
/// </summary>
public sealed class BankPool(IServiceScopeFactory scopes, StandardShelf standards, DayClock clock)
{
    // About 2 KB each: the banks read longest ago are forgotten beyond this.
    private const int MostKept = 200_000;

    private readonly ConcurrentDictionary<Guid, Bank> _banks = [];

    /// <summary>Each question once, the unit's own first; by id within a bank.</summary>
    public async Task<IReadOnlyList<QuestionVersion>> ReadAsync(Guid organizationId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var owners = await db.BanksAboveAsync(organizationId, clock.Today, cancel);
        var stamps = await StampsAsync(db, owners, cancel);
        var history = await standards.HistoryAsync(cancel);
        List<QuestionVersion> pool = [];
        foreach (var owner in owners)
        {
            if (stamps.TryGetValue(owner, out var stamp))
            {
                pool.AddRange((await BankAsync(db, owner, stamp, history, cancel)).Drawn);
            }
        }

        // What a unit above keeps to itself is not drawn below it.
        var closed = await db.BankQuestions
            .Where(question => owners.Contains(question.OwnerId) && question.OwnerId != organizationId && question.PublishedHash != null && db.BankFolders.Any(folder => folder.Id == question.FolderId && folder.IsPrivate))
            .Select(question => question.PublishedHash!).ToHashSetAsync(StringComparer.Ordinal, cancel);
        return closed.Count is 0 ? pool : pool.FindAll(question => !closed.Contains(question.Hash));
    }

    private async Task<Bank> BankAsync(Db db, Guid ownerId, Stamp stamp, EditionHistory history, CancellationToken cancel)
    {
        var (today, now) = (clock.Today, clock.Now);
        var known = _banks.GetValueOrDefault(ownerId);
        if (known is not null && known.Stamp == stamp && known.Day == today && ReferenceEquals(known.History, history))
        {
            known.AskedAt = now;
            return known;
        }

        var all = known is not null && known.Stamp == stamp ? known.All : await ReadBankAsync(db, ownerId, cancel);
        var bank = new Bank(stamp, today, history, all, [.. all.Where(question => BasisRule.MayStandOnPaper(BasisRule.StandingOf(question.Key.Basis, history, today), isReviewed: false))]) { AskedAt = now };
        _banks[ownerId] = bank;
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

    /// <summary>How many questions there are and how often they were changed: goes up with every change, whatever the clocks of the processes say.</summary>
    private static async Task<Dictionary<Guid, Stamp>> StampsAsync(Db db, IReadOnlyList<Guid> owners, CancellationToken cancel) =>
        await db.BankQuestions.Where(question => owners.Contains(question.OwnerId)).GroupBy(question => question.OwnerId)
            .Select(bank => new { bank.Key, Count = bank.Count(), Revisions = bank.Sum(question => (long)question.Revision) })
            .ToDictionaryAsync(bank => bank.Key, bank => new Stamp(bank.Count, bank.Revisions), cancel);

    private static async Task<IReadOnlyList<QuestionVersion>> ReadBankAsync(Db db, Guid ownerId, CancellationToken cancel)
    {
        var drawn = db.BankQuestions.AsNoTracking().Where(row => row.OwnerId == ownerId && row.PublishedHash != null && row.Status != BankStatus.Retired && row.Use != QuestionUse.Practice);
        var tags = (await (from row in drawn join tag in db.BankTags.AsNoTracking() on row.Id equals tag.BankQuestionId select new { tag.BankQuestionId, tag.Name }).ToListAsync(cancel))
            .ToLookup(tag => tag.BankQuestionId, tag => tag.Name);
        var rows =
            from row in drawn
            join prompt in db.PublishedQuestions.AsNoTracking() on row.PublishedHash equals prompt.Hash
            join key in db.PublishedKeys.AsNoTracking() on row.PublishedHash equals key.Hash
            orderby row.QuestionId
            select new { row.Id, row.Use, row.Difficulty, prompt, key };
        List<QuestionVersion> questions = [];
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var version = QuestionRows.VersionOf(row.prompt, row.key);
            questions.Add(new QuestionVersion(version.Prompt, version.Key, row.Use, row.Difficulty) { Tags = [.. tags[row.Id].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] });
        }

        return questions;
    }

    private sealed record Stamp(int Count, long Revisions);

    private sealed record Bank(Stamp Stamp, DateOnly Day, EditionHistory History, IReadOnlyList<QuestionVersion> All, IReadOnlyList<QuestionVersion> Drawn)
    {
        public DateTime AskedAt { get; set; }
    }
}
