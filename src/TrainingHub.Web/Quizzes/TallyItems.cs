using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Adds papers to the statistics of their questions, or puts what they say now in the place of what they said. Runs in the caller's transaction; the caller saves.</summary>
public sealed class TallyItems(Db db, QuestionShelf shelf, DayClock clock)
{
    /// <param name="attempts">Handed in.</param>
    /// <param name="after">The corrected keys of a quiz, by question version; null when the papers are only taken out.</param>
    /// <param name="before">Those by which the papers were counted; null when they were not counted yet.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task RunAsync(
        IReadOnlyList<Attempt> attempts, Func<string, IReadOnlyDictionary<string, CorrectedKey>>? after, Func<string, IReadOnlyDictionary<string, CorrectedKey>>? before, CancellationToken cancel)
    {
        var ids = attempts.Select(attempt => attempt.Id).ToList();
        var items = (await db.AttemptItems.AsNoTracking().Where(item => ids.Contains(item.AttemptId)).ToListAsync(cancel)).ToLookup(item => item.AttemptId);
        var answers = (await db.AnswerEntries.AsNoTracking().Where(entry => ids.Contains(entry.AttemptId) && !entry.IsLate).ToListAsync(cancel)).ToLookup(entry => entry.AttemptId);
        var hashes = items.SelectMany(paper => paper).Select(item => item.QuestionHash).Distinct(StringComparer.Ordinal).ToList();
        var questions = await shelf.QuestionsAsync(hashes, cancel);
        var rows = await db.QuestionStatistics.Where(row => hashes.Contains(row.Hash)).ToDictionaryAsync(row => row.Hash, StringComparer.Ordinal, cancel);
        var tallies = new Dictionary<string, ItemTally>(StringComparer.Ordinal);
        foreach (var quiz in attempts.GroupBy(attempt => attempt.QuizSlug, StringComparer.Ordinal))
        {
            var now = after is null ? null : CorrectedQuestions.Over(questions, after(quiz.Key));
            var then = before is null ? null : CorrectedQuestions.Over(questions, before(quiz.Key));
            foreach (var attempt in quiz)
            {
                List<AttemptItem> paper = [.. items[attempt.Id].Where(item => questions.ContainsKey(item.QuestionHash))];
                List<AnswerEntry> said = [.. answers[attempt.Id]];
                foreach (var (hash, outcome) in then is null ? [] : PaperOutcomes.Of(attempt, paper, said, then))
                {
                    TallyOf(hash).Remove(outcome);
                }

                foreach (var (hash, outcome) in now is null ? [] : PaperOutcomes.Of(attempt, paper, said, now))
                {
                    TallyOf(hash).Add(outcome);
                }
            }
        }

        await WriteAsync(tallies, rows, CorrectedQuestions.Over(questions, await LatestAsync(db, tallies.Keys, cancel)), cancel);

        ItemTally TallyOf(string hash)
        {
            if (!tallies.TryGetValue(hash, out var tally))
            {
                tallies.Add(hash, tally = rows.TryGetValue(hash, out var kept) ? StatisticsRows.TallyOf(kept) : new ItemTally([], []));
            }

            return tally;
        }
    }

    /// <summary>The key of each version as it was corrected last, in whichever quiz; without those that hold as they were shown.</summary>
    internal static async Task<IReadOnlyDictionary<string, CorrectedKey>> LatestAsync(Db db, IEnumerable<string> hashes, CancellationToken cancel)
    {
        var asked = hashes.ToList();
        var rows = await db.KeyCorrections.AsNoTracking().Where(correction => asked.Contains(correction.QuestionHash)).ToListAsync(cancel);
        return rows.GroupBy(row => row.QuestionHash, StringComparer.Ordinal)
            .Select(versions => (Hash: versions.Key, Correction: CorrectionJson.Read(versions.OrderBy(row => row.CorrectedAt).ThenBy(row => row.Id).Last().Correction)))
            .Where(pair => pair.Correction is not null)
            .ToDictionary(pair => pair.Hash, pair => pair.Correction ?? new CorrectedKey(), StringComparer.Ordinal);
    }

    private async Task WriteAsync(Dictionary<string, ItemTally> tallies, Dictionary<string, QuestionStatistics> rows, IReadOnlyDictionary<string, QuestionVersion> questions, CancellationToken cancel)
    {
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
