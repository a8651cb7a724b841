namespace TrainingHub.Courseware;

/// <summary>The most that one course may hold: beyond it reading would cost more than any course is worth.</summary>
public static class CourseLimits
{
    public const int Questions = 1_000;

    /// <summary>Files in _standards.</summary>
    public const int Standards = 200;

    public const int Quizzes = 100;

    /// <summary>Lessons are numbered with two digits.</summary>
    public const int Lessons = 99;

    /// <summary>Bytes of all texts together; pictures and videos do not count.</summary>
    public const int TextBytes = 8 * 1024 * 1024;

    /// <summary>Characters of the title of a course, a lesson or a quiz.</summary>
    public const int Title = 200;

    /// <summary>Characters of a course's summary.</summary>
    public const int Summary = 1_000;

    /// <summary>Characters of a lesson as HTML: a text that is allowed cites a long clause hundreds of times.</summary>
    public const int Html = 1_000_000;

    /// <summary>Problems of one severity that are listed; more are counted in one line.</summary>
    public const int Problems = 500;
}
