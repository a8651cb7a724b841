namespace TrainingHub.Courses;

/// <summary>A lesson as a person stands with it.</summary>
public sealed record LessonPage
{
    public required CourseProgress Progress { get; init; }
    public required CourseManifest.LessonEntry Lesson { get; init; }

    /// <summary>Place in the course, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>Body as it was published: safe to send as it is.</summary>
    public required string Html { get; init; }

    /// <summary>Where the text alone is read, for keeping it offline.</summary>
    public required string TextAddress { get; init; }
    public required LessonChecks Checks { get; init; }

    public bool IsFinished => Progress.Finished.Contains(Lesson.Slug);

    /// <summary>The lesson before; null for the first.</summary>
    public CourseManifest.LessonEntry? Previous => Place > 1 ? Progress.Course.Manifest.Lessons[Place - 2] : null;

    /// <summary>The lesson after; null for the last.</summary>
    public CourseManifest.LessonEntry? Following => Place < Progress.Lessons ? Progress.Course.Manifest.Lessons[Place] : null;
}
