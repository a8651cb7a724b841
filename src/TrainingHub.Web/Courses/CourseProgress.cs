namespace TrainingHub.Courses;

/// <summary>A course of today and what a person has done of it.</summary>
/// <param name="Course">The newest version.</param>
/// <param name="Finished">Slugs of the lessons finished, in whatever version; some may no longer be part of the course.</param>
/// <param name="IsStarted">Whether any check question was answered or any attempt made.</param>
/// <param name="Quiz">The quiz that completes it.</param>
public sealed record CourseProgress(ShelfCourse Course, IReadOnlySet<string> Finished, bool IsStarted, QuizProgress Quiz)
{
    public int Lessons => Course.Manifest.Lessons.Count;

    public int LessonsLeft => Course.Manifest.Lessons.Count(lesson => !Finished.Contains(lesson.Slug));

    public int LessonsDone => Lessons - LessonsLeft;

    /// <summary>Lessons and quiz are done.</summary>
    public bool IsComplete => Quiz.State is QuizState.Passed;

    /// <summary>The first lesson not finished; null when there is none.</summary>
    public CourseManifest.LessonEntry? Next => Course.Manifest.Lessons.FirstOrDefault(lesson => !Finished.Contains(lesson.Slug));

    /// <summary>Place of a lesson in the course, from 1 without gaps.</summary>
    public int PlaceOf(string lessonSlug) =>
        Course.Manifest.Lessons.Index().First(entry => string.Equals(entry.Item.Slug, lessonSlug, StringComparison.Ordinal)).Index + 1;
}
