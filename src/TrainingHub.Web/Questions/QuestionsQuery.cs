using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Standards;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Lists of the questions in the banks that the current person reads.</summary>
public sealed class QuestionsQuery(Db db, Banks banks, BankTexts texts, BankFolders folders, ReadableEditions readable)
{
    // As many ids are looked up within a page's time. A word that more questions have is frequent enough that reading them in order finds a page of it soon.
    private const int MostByText = 5_000;

    // A frequent word's questions are not all counted: that would read every text.
    private const int MostCounted = 1_000;

    public async Task<QuestionsPage> ListAsync(QuestionsFilter filter, CancellationToken cancel)
    {
        var (found, isFrequent) = await FindAsync(filter, cancel);
        var total = await (isFrequent ? found.Take(MostCounted + 1) : found).CountAsync(cancel);
        var pages = Pages.Of(filter.Page, isFrequent ? Math.Min(total, MostCounted) : total) with { HasMore = isFrequent && total > MostCounted };
        // The order is found in an index alone; only the rows of the page are read.
        var ids = await InOrder(found, filter.Order).Select(question => question.Id).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel);
        var rows = (await Rows(db.BankQuestions.AsNoTracking().Where(question => EF.Parameter(ids).Contains(question.Id))).ToListAsync(cancel)).OrderBy(row => ids.IndexOf(row.Id)).ToList();
        var owners = rows.Select(row => row.OwnerId).Distinct().ToList();
        var banksRead = await banks.ReadableAsync(cancel);
        return new QuestionsPage(
            filter,
            rows,
            await TagsAsync(ids, cancel),
            pages,
            await banks.NamesAsync(banksRead, cancel),
            filter.Owner is { } owner && banksRead.Contains(owner) ? await folders.ReadableAsync(owner, await banks.MayEditAsync(owner, cancel), cancel) : [],
            await StandardsAsync(cancel),
            await banks.Editable().Where(unit => owners.Contains(unit)).ToHashSetAsync(cancel))
        { Withheld = (await banks.OpenAsync(cancel)).Count };
    }

    /// <summary>Every row of the filter, for export, in steps.</summary>
    public async IAsyncEnumerable<QuestionRow> ExportAsync(QuestionsFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        const int Step = 1_000;
        var (found, _) = await FindAsync(filter, cancel);
        var ids = await InOrder(found, filter.Order).Select(question => question.Id).ToListAsync(cancel);
        foreach (var step in ids.Chunk(Step))
        {
            var rows = await Rows(db.BankQuestions.AsNoTracking().Where(question => EF.Parameter(step).Contains(question.Id))).ToDictionaryAsync(row => row.Id, cancel);
            foreach (var id in step.Where(rows.ContainsKey))
            {
                yield return rows[id];
            }
        }
    }

    private async Task<(IQueryable<BankQuestion> Questions, bool IsFrequent)> FindAsync(QuestionsFilter filter, CancellationToken cancel)
    {
        var questions = await banks.QuestionsAsync(cancel);
        if (filter.Words is not { Count: > 0 } words)
        {
            return (questions.WithMarks(filter, db), false);
        }

        if (await texts.FindAsync(filter.Owner is { } owner ? [owner] : await banks.ReadableAsync(cancel), words, MostByText, cancel) is { } ids)
        {
            return (questions.WithMarks(filter, db).Where(question => EF.Parameter(ids).Contains(question.Id)), false);
        }

        // The words are frequent: when the rest of the filter leaves few, their texts are read and no others.
        var marked = await questions.WithMarks(filter, db).Select(question => question.Id).Take(MostByText + 1).ToListAsync(cancel);
        return marked.Count > MostByText
            ? (questions.That(filter, db), true)
            : (questions.Where(question => EF.Parameter(marked).Contains(question.Id)).That(new QuestionsFilter { Q = filter.Q }, db), false);
    }

    private async Task<ILookup<Guid, string>> TagsAsync(List<Guid> ids, CancellationToken cancel) =>
        (await db.BankTags.AsNoTracking().Where(tag => EF.Parameter(ids).Contains(tag.BankQuestionId)).OrderBy(tag => tag.Kind).ThenBy(tag => tag.Name).ToListAsync(cancel))
        .ToLookup(tag => tag.BankQuestionId, tag => tag.Name);

    private async Task<IReadOnlyList<(string Slug, string Title)>> StandardsAsync(CancellationToken cancel)
    {
        // Of all banks, from the index alone, and from one document to the next. What the reader may not read is left out afterwards.
        List<(string Slug, string Title)> found = [];
        for (var slug = await NextAsync("", cancel); slug is not null; slug = await NextAsync(slug, cancel))
        {
            if (await readable.FindAsync(slug, edition: null, cancel) is { } edition)
            {
                found.Add((slug, edition.Title));
            }
        }

        return found;
    }

    // Compared by the database, in the order that it sorts by: an ordinal comparison would not be translated.
#pragma warning disable CA1309
    private Task<string?> NextAsync(string slug, CancellationToken cancel) =>
        db.BankQuestions.Where(question => string.Compare(question.StandardSlug, slug) > 0).OrderBy(question => question.StandardSlug).Select(question => question.StandardSlug).FirstOrDefaultAsync(cancel);
#pragma warning restore CA1309

    private static IQueryable<BankQuestion> InOrder(IQueryable<BankQuestion> questions, (QuestionSort Column, bool IsDown) order)
    {
        var sorted = order switch
        {
            (QuestionSort.Id, var isDown) => questions.OrderBy(question => question.QuestionId, isDown),
            (QuestionSort.Kind, var isDown) => questions.OrderBy(question => question.Kind, isDown),
            (QuestionSort.Status, var isDown) => questions.OrderBy(question => question.Status, isDown),
            (QuestionSort.Difficulty, var isDown) => questions.OrderBy(question => question.Difficulty, isDown),
            (_, var isDown) => questions.OrderBy(question => question.UpdatedAt, isDown),
        };
        // In the same direction, so that an index can be read from either end; ids of questions are never the same.
        return order.Column is QuestionSort.Id ? sorted : order.IsDown ? sorted.ThenByDescending(question => question.Id) : sorted.ThenBy(question => question.Id);
    }

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
