using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Keeps question versions for good: what was once shown is graded against them. Runs in the caller's transaction.</summary>
public sealed class KeepQuestions(Db db)
{
    private const int Step = 500;

    /// <summary>Writes those that are not kept yet; a version is never changed.</summary>
    public async Task RunAsync(IEnumerable<QuestionVersion> questions, CancellationToken cancel)
    {
        foreach (var step in questions.DistinctBy(question => question.Hash, StringComparer.Ordinal).Chunk(Step))
        {
            var hashes = step.Select(question => question.Hash).ToList();
            var known = await db.PublishedQuestions.Where(question => hashes.Contains(question.Hash)).Select(question => question.Hash).ToHashSetAsync(StringComparer.Ordinal, cancel);
            var (prompts, keys) = (new RowChanges<PublishedQuestion>(db), new RowChanges<PublishedKey>(db));
            foreach (var question in step.Where(question => known.Add(question.Hash)))
            {
                prompts.Add(QuestionRows.PromptRowOf(question));
                keys.Add(QuestionRows.KeyRowOf(question));
            }

            await prompts.SaveAsync(cancel);
            await keys.SaveAsync(cancel);
        }
    }
}
