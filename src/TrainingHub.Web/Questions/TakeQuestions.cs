using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>
/// Takes questions into a unit's bank as drafts, 500 in a transaction. What the bank has is not taken twice, whatever its id: the same file brought
/// again adds nothing. Inside a running transaction all of it is one.
/// </summary>
public sealed class TakeQuestions(Db db, Transactions transactions, KeepQuestions keep, BankTwins twins, Ids ids, DayClock clock)
{
    private const int Step = 500;
    private const int CodeLength = 8;

    /// <summary>One answer for each question, in the same order.</summary>
    /// <param name="ownerId">The unit; whoever calls has made sure that it is in reach.</param>
    /// <param name="folderId">A folder of this unit; null: the bank itself.</param>
    /// <param name="questions">What comes.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="cancel">Stops between two steps; what is taken stays.</param>
    public async Task<IReadOnlyList<TakenQuestion>> RunAsync(
        Guid ownerId, Guid? folderId, IReadOnlyList<IncomingQuestion> questions, Guid by, CancellationToken cancel)
    {
        var batch = new Batch(ownerId, folderId, by);
        List<TakenQuestion> taken = [];
        foreach (var step in questions.Chunk(Step))
        {
            var near = await twins.FindAsync([.. step.Select(question => question.Version)], [ownerId], cancel);
            taken.AddRange(await transactions.RunAsync(cancel => TakeAsync(batch, step, near, cancel), cancel));
        }

        return taken;
    }

    private async Task<IReadOnlyList<TakenQuestion>> TakeAsync(
        Batch batch, IncomingQuestion[] step, IReadOnlyList<IReadOnlyList<NearQuestion>> near, CancellationToken cancel)
    {
        var fingerprints = step.Select(question => BankContent.FingerprintOf(question.Version)).ToList();
        var known = await KnownAsync(batch.OwnerId, fingerprints, cancel);
        var used = await UsedIdsAsync(step, cancel);
        List<TakenQuestion> taken = [];
        List<(BankQuestion Row, IncomingQuestion From, QuestionVersion Version)> added = [];
        foreach (var (place, question) in step.Index())
        {
            if (FindRefusal(question) is { } refusal)
            {
                taken.Add(new TakenQuestion.Refused(refusal));
            }
            else if (FindKnown(question, fingerprints[place], known, near[place], batch) is { } there)
            {
                taken.Add(there);
            }
            else
            {
                var version = WithId(question.Version, used);
                var row = BankQuestion.Begin(ids.Next(), batch.OwnerId, batch.FolderId, version, question.Source, batch.By, clock.Now, question.Origin);
                known[row.Fingerprint] = row.QuestionId;
                batch.Put(version);
                added.Add((row, question, version));
                taken.Add(new TakenQuestion.Added(row.Id, row.QuestionId));
            }
        }

        await SaveAsync(added, cancel);
        return taken;
    }

    private static TakenQuestion.AlreadyThere? FindKnown(
        IncomingQuestion question, string fingerprint, Dictionary<string, string> known, IReadOnlyList<NearQuestion> near, Batch batch) =>
        known.TryGetValue(fingerprint, out var same) ? new TakenQuestion.AlreadyThere(same, IsTwin: false)
        : question.IsTakenBesideTwin ? null
        : near.FirstOrDefault(one => one.IsSame) is { } twin ? new TakenQuestion.AlreadyThere(twin.QuestionId, IsTwin: true)
        : batch.FindTwin(question.Version) is { } earlier ? new TakenQuestion.AlreadyThere(earlier, IsTwin: true)
        : null;

    private async Task<Dictionary<string, string>> KnownAsync(Guid ownerId, List<string> fingerprints, CancellationToken cancel) =>
        (await db.BankQuestions.AsNoTracking().Where(question => question.OwnerId == ownerId && fingerprints.Contains(question.Fingerprint))
            .Select(question => new { question.Fingerprint, question.QuestionId }).ToListAsync(cancel))
        .DistinctBy(question => question.Fingerprint, StringComparer.Ordinal)
        .ToDictionary(question => question.Fingerprint, question => question.QuestionId, StringComparer.Ordinal);

    private async Task<HashSet<string>> UsedIdsAsync(IncomingQuestion[] step, CancellationToken cancel)
    {
        var wanted = step.Select(question => question.Version.Prompt.Id).Distinct(StringComparer.Ordinal).ToList();
        return await db.BankQuestions.Where(question => wanted.Contains(question.QuestionId)).Select(question => question.QuestionId).ToHashSetAsync(StringComparer.Ordinal, cancel);
    }

    private static QuestionVersion WithId(QuestionVersion version, HashSet<string> used)
    {
        var id = version.Prompt.Id;
        while (!BankIds.IsId(id) || !used.Add(id))
        {
            id = BankIds.Prefix + Ids.Code(CodeLength);
        }

        return string.Equals(id, version.Prompt.Id, StringComparison.Ordinal)
            ? version
            : new QuestionVersion(version.Prompt with { Id = id }, version.Key, version.Use, version.Difficulty);
    }

    private async Task SaveAsync(List<(BankQuestion Row, IncomingQuestion From, QuestionVersion Version)> added, CancellationToken cancel)
    {
        await keep.RunAsync(added.Select(entry => entry.Version), cancel);
        db.AddRange(added.Select(entry => entry.Row));
        await db.SaveChangesAsync(cancel);
        var (versions, tags, clauses) = (new RowChanges<BankQuestionVersion>(db), new RowChanges<BankTag>(db), new RowChanges<BankClause>(db));
        foreach (var (row, from, version) in added)
        {
            versions.Add(row.Record(""));
            BankWords.TagsOf(row.Id, BankTagKind.Tag, from.Tags).Concat(BankWords.TagsOf(row.Id, BankTagKind.Point, from.Points)).ToList().ForEach(tags.Add);
            BankWords.ClausesOf(row.Id, version).ToList().ForEach(clauses.Add);
            // Thousands of saved rows would be looked through at every later save.
            db.Entry(row).State = EntityState.Detached;
        }

        await versions.SaveAsync(cancel);
        await tags.SaveAsync(cancel);
        await clauses.SaveAsync(cancel);
    }

    private static TakeRefusal? FindRefusal(IncomingQuestion question) =>
        question.Tags.Count > BankTag.Most || question.Points.Count > BankTag.Most || question.Tags.Concat(question.Points).Any(name => name.Trim().Length > BankTag.LongestName)
            ? TakeRefusal.TooManyTags
            : QuestionLimits.FindRefusal(question.Version);

    /// <summary>What was taken so far, of which the index of the whole bank may not know yet.</summary>
    private sealed class Batch(Guid ownerId, Guid? folderId, Guid by)
    {
        private const int Most = 20;

        private readonly TwinIndex<string> _index = new();
        private readonly Dictionary<string, QuestionVersion> _versions = new(StringComparer.Ordinal);

        public Guid OwnerId { get; } = ownerId;
        public Guid? FolderId { get; } = folderId;
        public Guid By { get; } = by;

        public void Put(QuestionVersion version)
        {
            _index.Put(version.Prompt.Id, version.Prompt.Stem);
            _versions[version.Prompt.Id] = version;
        }

        public string? FindTwin(QuestionVersion version) =>
            _index.Find(version.Prompt.Stem, Most).FirstOrDefault(id => BankTwinRule.AreOne(_versions[id], version));
    }
}
