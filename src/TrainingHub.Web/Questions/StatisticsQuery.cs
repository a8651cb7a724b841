using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>What was counted of the questions within reach: of the banks that the person reads, and of the courses that the person answers for.</summary>
public sealed class StatisticsQuery(Db db, Banks banks, ICourseQuestions courses, QuestionShelf shelf, ILatestKeys keys)
{
    public async Task<StatisticsPage> ListAsync(StatisticsFilter filter, CancellationToken cancel)
    {
        var ofCourses = await courses.ReachedAsync(cancel);
        var reached = await ReachedAsync(ofCourses, cancel);
        var found = That(reached, filter);
        var pages = Pages.Of(filter.Page, await found.CountAsync(cancel));
        var rows = await InOrder(found, filter.Order).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel);
        return new StatisticsPage(filter, await RowsAsync(rows, ofCourses, cancel), pages, await banks.NamesAsync(await banks.ReadableAsync(cancel), cancel), await reached.CountAsync(row => row.Times < ItemAnalysis.Fewest, cancel));
    }

    /// <summary>Every row of the filter, for export, in steps.</summary>
    public async IAsyncEnumerable<StatisticsRow> ExportAsync(StatisticsFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        const int Step = 500;
        var ofCourses = await courses.ReachedAsync(cancel);
        var rows = await InOrder(That(await ReachedAsync(ofCourses, cancel), filter), filter.Order).ToListAsync(cancel);
        foreach (var step in rows.Chunk(Step))
        {
            foreach (var row in await RowsAsync([.. step], ofCourses, cancel))
            {
                yield return row;
            }
        }
    }

    /// <summary>One version with its key as it was corrected last; null when it is out of reach or was never counted.</summary>
    public async Task<(StatisticsRow Row, QuestionVersion Version)?> FindAsync(string hash, CancellationToken cancel)
    {
        var ofCourses = await courses.ReachedAsync(cancel);
        return await (await ReachedAsync(ofCourses, cancel)).SingleOrDefaultAsync(row => row.Hash == hash, cancel) is { } row
            && (await keys.OverAsync(await shelf.QuestionsAsync([hash], cancel), cancel)).TryGetValue(hash, out var version)
            ? ((await RowsAsync([row], ofCourses, cancel))[0], version)
            : null;
    }

    private IQueryable<QuestionStatistics> That(IQueryable<QuestionStatistics> reached, StatisticsFilter filter)
    {
        var found = filter.Mark is { } mark ? reached.Where(row => (row.Attention & mark) != BankAttention.None)
            : filter.Everything ? reached
            : reached.Where(row => row.Attention != BankAttention.None);
        if (filter.Owner is { } owner)
        {
            found = found.Where(row => db.BankQuestionVersions.Any(version => version.Hash == row.Hash && db.BankQuestions.Any(question => question.Id == version.BankQuestionId && question.OwnerId == owner)));
        }

        foreach (var word in filter.Words)
        {
            found = found.Where(row => db.PublishedQuestions.Any(question => question.Hash == row.Hash && (question.Stem.Contains(word) || question.QuestionId.Contains(word))));
        }

        return found;
    }

    private async Task<IQueryable<QuestionStatistics>> ReachedAsync(IReadOnlyDictionary<string, string> ofCourses, CancellationToken cancel)
    {
        var hashes = ofCourses.Keys.ToList();
        var questions = await banks.QuestionsAsync(cancel);
        var reached = db.QuestionStatistics.AsNoTracking().Where(row => hashes.Contains(row.Hash)
            || db.BankQuestionVersions.Any(version => version.Hash == row.Hash && questions.Any(question => question.Id == version.BankQuestionId)));
        var open = await banks.OpenAsync(cancel);
        return open.Count is 0 ? reached : reached.Where(row => !db.PublishedQuestions.Any(question => question.Hash == row.Hash && EF.Parameter(open).Contains(question.QuestionId)));
    }

    private async Task<IReadOnlyList<StatisticsRow>> RowsAsync(List<QuestionStatistics> rows, IReadOnlyDictionary<string, string> ofCourses, CancellationToken cancel)
    {
        var hashes = rows.ConvertAll(row => row.Hash);
        var prompts = await shelf.PromptsAsync(hashes, cancel);
        var questions = await banks.QuestionsAsync(cancel);
        var ofBanks = (await (from version in db.BankQuestionVersions where hashes.Contains(version.Hash) join question in questions on version.BankQuestionId equals question.Id select new { version.Hash, question.Id }).ToListAsync(cancel))
            .ToLookup(row => row.Hash, row => row.Id, StringComparer.Ordinal);
        return
        [
            .. from row in rows
               where prompts.ContainsKey(row.Hash)
               let bankId = ofBanks[row.Hash].Select(id => (Guid?)id).FirstOrDefault()
               select new StatisticsRow(row, prompts[row.Hash], bankId, ofCourses.GetValueOrDefault(row.Hash)),
        ];
    }

    private static IQueryable<QuestionStatistics> InOrder(IQueryable<QuestionStatistics> rows, (StatisticsSort Column, bool IsDown) order) => (order switch
    {
        (StatisticsSort.Facility, var isDown) => rows.OrderBy(row => row.Facility, isDown),
        (StatisticsSort.Times, var isDown) => rows.OrderBy(row => row.Times, isDown),
        (StatisticsSort.Seconds, var isDown) => rows.OrderBy(row => row.MedianSeconds ?? 0, isDown),
        // What says nothing stands after everything that says something.
        (_, var isDown) => rows.OrderBy(row => row.Discrimination == null).ThenBy(row => (row.Discrimination ?? 0) * (isDown ? -1 : 1)),
    }).ThenBy(row => row.Hash);
}
