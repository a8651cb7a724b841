namespace TrainingHub.Courses;

/// <summary>The reading part of a lesson alone: the same for everybody who may read it, so a browser may keep it.</summary>
/// <param name="Course">The course.</param>
/// <param name="Lesson">The lesson.</param>
/// <param name="Place">In the course, from 1.</param>
/// <param name="Html">As it was published: safe to send as it is.</param>
public sealed record LessonTextPage(ShelfCourse Course, CourseManifest.LessonEntry Lesson, int Place, string Html);
