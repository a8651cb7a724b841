using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Storage;

namespace TrainingHub.Questions.Exports;

/// <summary>Questions of the banks in which one writes, with their keys, as they go out. The newest version of each.</summary>
public sealed class ExportedQuestionsQuery(Db db, Banks banks)
{
    /// <summary>So many go out at once.</summary>
    public const int Most = 20_000;

    public async Task<int> CountAsync(QuestionsFilter filter, CancellationToken cancel) => await (await FilteredAsync(filter, cancel)).CountAsync(cancel);

    /// <summary>By id, at most <see cref="Most"/>.</summary>
    public async Task<IReadOnlyList<ForeignQuestion>> ReadAsync(QuestionsFilter filter, CancellationToken cancel)
    {
        var found = await FilteredAsync(filter, cancel);
        var tags = (await (from row in found join tag in db.BankTags.AsNoTracking() on row.Id equals tag.BankQuestionId select tag).ToListAsync(cancel)).ToLookup(tag => tag.BankQuestionId);
        var rows =
            from row in found
            join prompt in db.PublishedQuestions.AsNoTracking() on row.Hash equals prompt.Hash
            join key in db.PublishedKeys.AsNoTracking() on row.Hash equals key.Hash
            orderby row.QuestionId
            select new { row.Id, row.Use, row.Difficulty, row.Source, prompt, key };
        List<ForeignQuestion> questions = [];
        await foreach (var row in rows.Take(Most).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var kept = QuestionRows.VersionOf(row.prompt, row.key);
            var version = new QuestionVersion(kept.Prompt, kept.Key, row.Use, row.Difficulty);
            questions.Add(ForeignQuestion.Of(new ExchangedQuestion(version, Names(row.Id, BankTagKind.Tag), Names(row.Id, BankTagKind.Point), row.Source), questions.Count + 1));
        }

        return questions;

        List<string> Names(Guid id, BankTagKind kind) => [.. tags[id].Where(tag => tag.Kind == kind).Select(tag => tag.Name).Order(StringComparer.Ordinal)];
    }

    /// <summary>Names of pictures of these questions that are no longer kept.</summary>
    public async Task<IReadOnlySet<string>> LostPicturesAsync(IReadOnlyList<ForeignQuestion> questions, CancellationToken cancel)
    {
        var lost = questions.SelectMany(question => question.AllPictures).Select(picture => picture.File).ToHashSet(StringComparer.Ordinal);
        foreach (var step in lost.ToList().Chunk(500))
        {
            lost.ExceptWith(await db.CourseFileContents.Where(content => step.Contains(content.Hash)).Select(content => content.Hash).ToListAsync(cancel));
        }

        return lost;
    }

    private async Task<IQueryable<BankQuestion>> FilteredAsync(QuestionsFilter filter, CancellationToken cancel)
    {
        var editable = banks.Editable();
        return (await banks.QuestionsAsync(cancel)).Where(question => editable.Contains(question.OwnerId)).That(filter, db);
    }
}
