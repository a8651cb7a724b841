using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Standards;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Lists of the questions in the banks that the current person reads.</summary>
public sealed class QuestionsQuery(Db db, Banks banks, BankFolders folders, ReadableEditions readable)
{
    public async Task<QuestionsPage> ListAsync(QuestionsFilter filter, CancellationToken cancel)
    {
        var found = (await banks.QuestionsAsync(cancel)).That(filter, db);
        var pages = Pages.Of(filter.Page, await found.CountAsync(cancel));
        var rows = await Rows(InOrder(found, filter.Order).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)).ToListAsync(cancel);
        var owners = rows.Select(row => row.OwnerId).Distinct().ToList();
        return new QuestionsPage(
            filter,
            rows,
            await TagsAsync([.. rows.Select(row => row.Id)], cancel),
            pages,
            await banks.NamesAsync(await banks.ReadableAsync(cancel), cancel),
            filter.Owner is { } owner && (await banks.ReadableAsync(cancel)).Contains(owner) ? await folders.OfAsync(owner, cancel) : [],
            await StandardsAsync(cancel),
            await banks.Editable().Where(unit => owners.Contains(unit)).ToHashSetAsync(cancel));
    }

    /// <summary>Every row of the filter, for export.</summary>
    public async Task<IReadOnlyList<QuestionRow>> ExportAsync(QuestionsFilter filter, CancellationToken cancel) =>
        await Rows(InOrder((await banks.QuestionsAsync(cancel)).That(filter, db), filter.Order)).ToListAsync(cancel);

    private async Task<ILookup<Guid, string>> TagsAsync(List<Guid> ids, CancellationToken cancel) =>
        (await db.BankTags.AsNoTracking().Where(tag => ids.Contains(tag.BankQuestionId)).OrderBy(tag => tag.Kind).ThenBy(tag => tag.Name).ToListAsync(cancel))
        .ToLookup(tag => tag.BankQuestionId, tag => tag.Name);

    private async Task<IReadOnlyList<(string Slug, string Title)>> StandardsAsync(CancellationToken cancel)
    {
        // Of all banks: that is read from the index alone. What the reader may not read is left out afterwards.
        var used = await db.BankQuestions.Where(question => question.StandardSlug != null).Select(question => question.StandardSlug!).Distinct().ToListAsync(cancel);
        List<(string Slug, string Title)> found = [];
        foreach (var slug in used.Order(StringComparer.Ordinal))
        {
            if (await readable.FindAsync(slug, edition: null, cancel) is { } edition)
            {
                found.Add((slug, edition.Title));
            }
        }

        return found;
    }

    private static IQueryable<BankQuestion> InOrder(IQueryable<BankQuestion> questions, (QuestionSort Column, bool IsDown) order) => (order switch
    {
        (QuestionSort.Id, var isDown) => questions.OrderBy(question => question.QuestionId, isDown),
        (QuestionSort.Kind, var isDown) => questions.OrderBy(question => question.Kind, isDown),
        (QuestionSort.Status, var isDown) => questions.OrderBy(question => question.Status, isDown),
        (QuestionSort.Difficulty, var isDown) => questions.OrderBy(question => question.Difficulty, isDown),
        (_, var isDown) => questions.OrderBy(question => question.UpdatedAt, isDown),
    }).ThenBy(question => question.Id);

    private IQueryable<QuestionRow> Rows(IQueryable<BankQuestion> questions) => questions.Select(question => new QuestionRow
    {
        Id = question.Id,
        QuestionId = question.QuestionId,
        Title = question.Title,
        Kind = question.Kind,
        Status = question.Status,
        Number = question.Number,
        PublishedNumber = question.PublishedNumber,
        Use = question.Use,
        Difficulty = question.Difficulty,
        OwnerId = question.OwnerId,
        Unit = db.Organizations.Where(unit => unit.Id == question.OwnerId).Select(unit => unit.Name).FirstOrDefault() ?? "",
        Folder = db.BankFolders.Where(folder => folder.Id == question.FolderId).Select(folder => folder.Name).FirstOrDefault(),
        StandardSlug = question.StandardSlug,
        Edition = question.Edition,
        ClauseNumber = question.ClauseNumber,
        Source = question.Source,
        Attention = question.Attention,
        UpdatedAt = question.UpdatedAt,
    });
}
