using TrainingHub.Questions;
using TrainingHub.Storage;

namespace TrainingHub.Courses;

/// <summary>The questions on papers that a person is answering now: until those are handed in, no check of a lesson and no result may tell their keys.</summary>
public sealed class WithheldQuestions(Db db, CourseReads reads, QuestionShelf questionShelf)
{
    /// <summary>Course (empty: a question bank) and question id: another version of a question would give its key away just as well.</summary>
    public async Task<IReadOnlySet<(string CourseSlug, string QuestionId)>> RunAsync(Guid personId, CancellationToken cancel) =>
        await NamesAsync(await reads.OpenItemsAsync(db, personId, cancel), cancel);

    /// <summary>The same without the questions of contests that the person plays in.</summary>
    public async Task<IReadOnlySet<(string CourseSlug, string QuestionId)>> OnPapersAsync(Guid personId, CancellationToken cancel) =>
        await NamesAsync(await reads.PaperItemsAsync(db, personId, cancel), cancel);

    private async Task<HashSet<(string CourseSlug, string QuestionId)>> NamesAsync(List<CourseReads.OpenItem> items, CancellationToken cancel)
    {
        var prompts = await questionShelf.PromptsAsync([.. items.Select(item => item.QuestionHash)], cancel);
        var names = items.Where(item => prompts.ContainsKey(item.QuestionHash))
            .Select(item => (item.CourseSlug, prompts[item.QuestionHash].Id)).ToHashSet();
        List<string> ofBanks = [.. names.Where(name => name.CourseSlug.Length is 0).Select(name => name.Id)];
        if (ofBanks.Count > 0)
        {
            // A copy in another bank has the same key.
            names.UnionWith((await db.CopiesOfAsync(ofBanks, cancel)).Select(id => ("", id)));
        }

        return names;
    }
}
