using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Keeps question versions for good: what was once shown is graded against them. Runs in the caller's transaction; the caller saves.</summary>
public sealed class KeepQuestions(Db db)
{
    private const int Step = 500;

    /// <summary>Adds those that are not kept yet; a version is never changed.</summary>
    public async Task RunAsync(IEnumerable<QuestionVersion> questions, CancellationToken cancel)
    {
        foreach (var step in questions.DistinctBy(question => question.Hash, StringComparer.Ordinal).Chunk(Step))
        {
            var hashes = step.Select(question => question.Hash).ToList();
            var known = await db.PublishedQuestions.Where(question => hashes.Contains(question.Hash)).Select(question => question.Hash).ToHashSetAsync(StringComparer.Ordinal, cancel);
            foreach (var question in step.Where(question => known.Add(question.Hash)))
            {
                db.PublishedQuestions.Add(QuestionRows.PromptRowOf(question));
                db.PublishedKeys.Add(QuestionRows.KeyRowOf(question));
            }
        }
    }
}
