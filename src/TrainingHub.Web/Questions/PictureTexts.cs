using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Which questions show a picture that has no words for who does not see it.</summary>
internal static class PictureTexts
{
    extension(Db db)
    {
        /// <summary>Those of these versions, by content hash.</summary>
        public async Task<IReadOnlySet<string>> WithoutPictureTextAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel)
        {
            // Only a few versions have more than stem and options.
            var prompts = await db.PublishedQuestions.AsNoTracking().Where(prompt => hashes.Contains(prompt.Hash) && prompt.Extras != null).ToListAsync(cancel);
            return prompts.Where(prompt => QuestionRows.PromptOf(prompt).LacksPictureText).Select(prompt => prompt.Hash).ToHashSet(StringComparer.Ordinal);
        }
    }
}
