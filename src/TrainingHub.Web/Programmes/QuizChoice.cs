using TrainingHub.Courses;

namespace TrainingHub.Programmes;

/// <summary>A quiz that can complete a programme: the final quiz of a course, or one that a unit arranged.</summary>
/// <param name="CourseSlug">The course; empty for an arranged quiz.</param>
/// <param name="CourseTitle">The course's title, or the unit's name.</param>
/// <param name="QuizSlug">The quiz.</param>
/// <param name="QuizTitle">Its title.</param>
public sealed record QuizChoice(string CourseSlug, string CourseTitle, string QuizSlug, string QuizTitle)
{
    /// <summary>The final quizzes of all courses that are learnt now, then what units arranged.</summary>
    public static async Task<IReadOnlyList<QuizChoice>> AllAsync(CourseShelf shelf, IArrangedQuizzes arranged, CancellationToken cancel) =>
    [
        .. from course in await shelf.CoursesAsync(cancel)
           let quiz = course.FindQuiz(course.Manifest.QuizSlug)
           where quiz is not null
           select new QuizChoice(
               course.Slug, CourseWords.InLanguage(course.Manifest.Title, course.Manifest.TitleEn),
               quiz.Slug, CourseWords.InLanguage(quiz.Title, quiz.TitleEn)),
        .. await arranged.ChoicesAsync(cancel),
    ];

    /// <summary>Titles of courses and of the quizzes offered, by slug, in the reader's language.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> TitlesAsync(CourseShelf shelf, IArrangedQuizzes arranged, CancellationToken cancel)
    {
        var titles = (await shelf.CoursesAsync(cancel)).ToDictionary(course => course.Slug, course => CourseWords.InLanguage(course.Manifest.Title, course.Manifest.TitleEn), StringComparer.Ordinal);
        foreach (var quiz in await AllAsync(shelf, arranged, cancel))
        {
            titles.TryAdd(quiz.QuizSlug, quiz.QuizTitle);
        }

        return titles;
    }
}
