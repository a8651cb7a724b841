using System.Net;
using System.Text.RegularExpressions;
using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>What of a course is found by searching: its lessons, and the questions that are for practice. What is examined only cannot be found.</summary>
internal static partial class CourseEntries
{
    public static IEnumerable<SearchEntry> LessonsOf(CourseContent course) =>
        course.Lessons.Select(lesson => SearchEntry.Of(SearchKind.Lesson, course.Slug, lesson.Slug, $"{lesson.Title} {course.Title}", TextOf(lesson.Html), readersId: null));

    public static IEnumerable<SearchEntry> QuestionsOf(CourseContent course) =>
        course.Questions.Where(question => question.MayBePractised)
            .Select(question => SearchEntry.Of(SearchKind.Question, course.Slug, question.Prompt.Id, question.Prompt.Stem, string.Join(' ', question.Prompt.Options), readersId: null));

    /// <summary>A lesson's words without its markup.</summary>
    internal static string TextOf(string html) => WebUtility.HtmlDecode(Tag().Replace(html, " "));

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();
}
