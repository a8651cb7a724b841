using TrainingHub.Questions;

namespace TrainingHub.Courses;

/// <summary>课程版本的内容: a course's folder as it was read, checked and frozen by hash.</summary>
public sealed record CourseContent
{
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string TitleEn { get; init; }

    public required string Summary { get; init; }

    public required string SummaryEn { get; init; }

    /// <summary>Codes of the positions it is written for.</summary>
    public required IReadOnlyList<string> Audience { get; init; }

    /// <summary>Whole minutes credited once for the course; 45 of them are one 学时 unless configured otherwise.</summary>
    public required int CreditMinutes { get; init; }

    /// <summary>Slug of the quiz that completes the course.</summary>
    public required string QuizSlug { get; init; }

    /// <summary>
    /// Lowercase hexadecimal SHA-256 over the names and bytes (line ends as LF) of the course's files and of the standards it cites.
    /// Equal folders have equal hashes on every machine while the same editions hold.
    /// </summary>
    public required string Hash { get; init; }

    /// <summary>Ascending by number.</summary>
    public required IReadOnlyList<LessonContent> Lessons { get; init; }

    /// <summary>In the order of file name and place in the file.</summary>
    public required IReadOnlyList<QuestionVersion> Questions { get; init; }

    /// <summary>In the order of file name.</summary>
    public required IReadOnlyList<Quiz> Quizzes { get; init; }
}
