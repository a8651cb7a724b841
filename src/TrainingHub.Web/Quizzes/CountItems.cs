using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// Counts papers that were handed in into the statistics of their questions, each once: 100 in a transaction, in the order in which they were
/// started. What is still open when the count passes it is noted and counted later. A paper of one question has no rest to compare with and is left out.
/// </summary>
public sealed class CountItems(Db db, Transactions transactions, QuestionShelf shelf, DayClock clock)
{
    private const int Step = 100;

    // An attempt that is being started may become visible after a later one.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(5);

    /// <summary>Counts the next papers. False when none is left for now.</summary>
    public Task<bool> RunAsync(CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        db.ChangeTracker.Clear();
        var cursor = await db.StatisticsCursors.SingleOrDefaultAsync(row => row.Id == 1, cancel);
        if (cursor is null)
        {
            db.Add(cursor = new StatisticsCursor { Id = 1, AttemptId = Guid.Empty });
        }

        var (after, until) = (cursor.AttemptId, clock.Now - Settled);
        var next = await db.Attempts.AsNoTracking().Where(attempt => attempt.Id > after && attempt.StartedAt <= until).OrderBy(attempt => attempt.Id).Take(Step).ToListAsync(cancel);
        var late = await (
            from waiting in db.UncountedAttempts
            join attempt in db.Attempts.AsNoTracking() on waiting.AttemptId equals attempt.Id
            where attempt.SubmittedAt != null
            orderby attempt.Id
            select attempt).Take(Step).ToListAsync(cancel);
        if (next.Count + late.Count is 0)
        {
            return false;
        }

        db.AddRange(next.Where(attempt => attempt.SubmittedAt is null).Select(attempt => new UncountedAttempt { AttemptId = attempt.Id }));
        db.RemoveRange(late.Select(attempt => new UncountedAttempt { AttemptId = attempt.Id }));
        await CountAsync([.. next.Where(attempt => attempt.SubmittedAt is not null), .. late], cancel);
        cursor.AttemptId = next.Count > 0 ? next[^1].Id : after;
        cursor.Revision++;
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    private async Task CountAsync(List<Attempt> attempts, CancellationToken cancel)
    {
        var ids = attempts.ConvertAll(attempt => attempt.Id);
        var items = (await db.AttemptItems.AsNoTracking().Where(item => ids.Contains(item.AttemptId)).ToListAsync(cancel)).ToLookup(item => item.AttemptId);
        var answers = (await db.AnswerEntries.AsNoTracking().Where(entry => ids.Contains(entry.AttemptId) && !entry.IsLate).ToListAsync(cancel)).ToLookup(entry => entry.AttemptId);
        var hashes = items.SelectMany(paper => paper).Select(item => item.QuestionHash).Distinct(StringComparer.Ordinal).ToList();
        var questions = await shelf.QuestionsAsync(hashes, cancel);
        var rows = await db.QuestionStatistics.Where(row => hashes.Contains(row.Hash)).ToDictionaryAsync(row => row.Hash, StringComparer.Ordinal, cancel);
        var tallies = new Dictionary<string, ItemTally>(StringComparer.Ordinal);
        foreach (var attempt in attempts)
        {
            var paper = items[attempt.Id].Where(item => questions.ContainsKey(item.QuestionHash)).ToList();
            foreach (var (hash, outcome) in PaperOutcomes.Of(attempt, paper, [.. answers[attempt.Id]], questions))
            {
                if (!tallies.TryGetValue(hash, out var tally))
                {
                    tallies.Add(hash, tally = rows.TryGetValue(hash, out var kept) ? StatisticsRows.TallyOf(kept) : new ItemTally([], []));
                }

                tally.Add(outcome);
            }
        }

        foreach (var (hash, tally) in tallies)
        {
            if (!rows.TryGetValue(hash, out var row))
            {
                db.Add(row = new QuestionStatistics { Hash = hash, CountedAt = clock.Now });
            }

            StatisticsRows.Write(row, tally, ItemAnalysis.Of(tally, questions[hash]), clock.Now);
            var attention = row.Attention;
            await db.BankQuestions.Where(question => question.PublishedHash == hash).ExecuteUpdateAsync(
                question => question.SetProperty(one => one.Attention, one => (one.Attention & BankAttention.BasisStale) | attention), cancel);
        }
    }
}
