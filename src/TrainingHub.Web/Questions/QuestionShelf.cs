using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Every question version that was asked for, read once into memory: versions never change, so nothing here can age.</summary>
public sealed class QuestionShelf(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<string, QuestionVersion> _questions = new(StringComparer.Ordinal);

    /// <summary>What may be shown of these question versions, by hash.</summary>
    public async ValueTask<IReadOnlyDictionary<string, QuestionPrompt>> PromptsAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel) =>
        (await QuestionsAsync(hashes, cancel)).ToDictionary(question => question.Key, question => question.Value.Prompt, StringComparer.Ordinal);

    /// <summary>Question versions with their keys, by hash: for grading, and for showing what has been released. Unknown hashes are left out.</summary>
    public async ValueTask<IReadOnlyDictionary<string, QuestionVersion>> QuestionsAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel)
    {
        var missing = hashes.Where(hash => !_questions.ContainsKey(hash)).ToList();
        if (missing.Count > 0)
        {
            await using var scope = scopes.CreateAsyncScope();
            foreach (var question in await ReadAsync(scope.ServiceProvider.GetRequiredService<Db>(), missing, cancel))
            {
                _questions[question.Hash] = question;
            }
        }

        return hashes.Distinct(StringComparer.Ordinal).Where(_questions.ContainsKey).ToDictionary(hash => hash, hash => _questions[hash], StringComparer.Ordinal);
    }

    private static async Task<List<QuestionVersion>> ReadAsync(Db db, List<string> hashes, CancellationToken cancel)
    {
        var rows = await (
            from question in db.PublishedQuestions.AsNoTracking()
            where hashes.Contains(question.Hash)
            join key in db.PublishedKeys.AsNoTracking() on question.Hash equals key.Hash
            select new { question, key }).ToListAsync(cancel);
        return rows.ConvertAll(row => QuestionRows.VersionOf(row.question, row.key));
    }
}
