using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>
/// Searches what the current reader may read: clauses of editions in force, lessons of the courses of today, questions for practice that do not
/// lie on a paper the reader is answering.
/// </summary>
public sealed class CourseSearchQuery(SearchIndex index, ReadableEditions readable, CourseShelf shelf, WithheldQuestions withheld)
{
    public async Task<CourseSearchPage> RunAsync(Guid personId, CourseSearchFilter filter, CancellationToken cancel)
    {
        if (index.Find(filter.Typed) is not { } all)
        {
            return new CourseSearchPage(filter, [], Pages.Of(1, 0), new Dictionary<SearchKind, int>());
        }

        var courses = (await shelf.CoursesAsync(cancel)).ToDictionary(course => course.Slug, StringComparer.Ordinal);
        var editions = (await readable.AllAsync(withReplaced: false, cancel)).ToDictionary(found => EditionEntries.GroupOf(found.Edition.Name), found => found.Edition, StringComparer.Ordinal);
        var (slugs, groups) = (courses.Keys.ToList(), editions.Keys.ToList());
        var hidden = (await withheld.RunAsync(personId, cancel)).Select(question => $"{question.CourseSlug}/{question.QuestionId}").ToList();
        var found = all.Where(hit =>
            (hit.Kind == SearchKind.Clause && groups.Contains(hit.Group))
            || (hit.Kind == SearchKind.Lesson && slugs.Contains(hit.Group))
            || (hit.Kind == SearchKind.Question && slugs.Contains(hit.Group) && !hidden.Contains(hit.Group + "/" + hit.Key)));
        var counts = await found.GroupBy(hit => hit.Kind).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var pages = Pages.Of(filter.Page, filter.Kind is { } kind ? counts.GetValueOrDefault(kind) : counts.Values.Sum());
        var shown = await found.Where(hit => filter.Kind == null || hit.Kind == filter.Kind)
            .OrderBy(hit => hit.Rank).ThenBy(hit => hit.Id).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel);
        return new CourseSearchPage(filter, [.. shown.Select(hit => RowOf(hit, courses, editions))], pages, counts);
    }

    private static CourseSearchRow RowOf(SearchHit hit, Dictionary<string, ShelfCourse> courses, Dictionary<string, StandardEdition> editions)
    {
        if (hit.Kind is SearchKind.Clause)
        {
            var edition = editions[hit.Group];
            return edition.FindClause(hit.Key) is { } clause
                ? new CourseSearchRow(hit.Kind, $"{clause.Number}　{clause.Title}", $"《{edition.Title}》", StandardsWords.AddressOf(edition, clause))
                : new CourseSearchRow(hit.Kind, $"《{edition.Title}》", edition.Number, StandardsWords.AddressOf(edition));
        }

        var course = courses[hit.Group];
        var title = CourseWords.InLanguage(course.Manifest.Title, course.Manifest.TitleEn);
        return hit.Kind is SearchKind.Lesson && course.FindLesson(hit.Key) is { } lesson
            ? new CourseSearchRow(hit.Kind, lesson.Title, title, $"/courses/{course.Slug}/lessons/{lesson.Slug}")
            : new CourseSearchRow(hit.Kind, course.FindQuestion(hit.Key)?.Prompt.Stem ?? hit.Title, title, $"/courses/{course.Slug}");
    }
}
