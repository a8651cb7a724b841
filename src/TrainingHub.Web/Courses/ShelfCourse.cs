using TrainingHub.Questions;

namespace TrainingHub.Courses;

/// <summary>A published course version in memory.</summary>
/// <param name="Slug">The course.</param>
/// <param name="Hash">The version.</param>
/// <param name="Manifest">Everything but texts and keys.</param>
/// <param name="Bank">All its questions with keys; for drawing and grading on the server alone.</param>
public sealed record ShelfCourse(string Slug, string Hash, CourseManifest Manifest, IReadOnlyList<QuestionVersion> Bank)
{
    /// <summary>The unit that published it; null for what travels with the application.</summary>
    public Guid? OwnerId { get; init; }

    public CourseManifest.LessonEntry? FindLesson(string slug) =>
        Manifest.Lessons.FirstOrDefault(lesson => string.Equals(lesson.Slug, slug, StringComparison.Ordinal));

    public QuestionVersion? FindQuestion(string id) =>
        Bank.FirstOrDefault(question => string.Equals(question.Prompt.Id, id, StringComparison.Ordinal));

    public Quiz? FindQuiz(string slug) =>
        Manifest.Quizzes.FirstOrDefault(quiz => string.Equals(quiz.Slug, slug, StringComparison.Ordinal));
}
