using TrainingHub.Courses;

namespace TrainingHub.Programmes;

/// <summary>The final quiz of a course, which can complete a programme.</summary>
public sealed record QuizChoice(string CourseSlug, string CourseTitle, string QuizSlug, string QuizTitle)
{
    /// <summary>The final quizzes of all courses that are learnt now.</summary>
    public static async Task<IReadOnlyList<QuizChoice>> AllAsync(CourseShelf shelf, CancellationToken cancel) =>
    [
        .. from course in await shelf.CoursesAsync(cancel)
           let quiz = course.FindQuiz(course.Manifest.QuizSlug)
           where quiz is not null
           select new QuizChoice(
               course.Slug, CourseWords.InLanguage(course.Manifest.Title, course.Manifest.TitleEn),
               quiz.Slug, CourseWords.InLanguage(quiz.Title, quiz.TitleEn)),
    ];
}
