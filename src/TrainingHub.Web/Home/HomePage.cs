using TrainingHub.Certificates;
using TrainingHub.Courses;
using TrainingHub.Coverage;
using TrainingHub.Practice;
using TrainingHub.Programmes;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Sessions;

namespace TrainingHub.Home;

/// <summary>What a person still owes, by when, and the one next step.</summary>
public sealed record HomePage
{
    public required DateOnly Today { get; init; }

    /// <summary>Programmes owed, the nearest deadline first.</summary>
    public required IReadOnlyList<OwedProgramme> Owed { get; init; }

    /// <summary>Programmes for which the person is counted and covered.</summary>
    public required int Covered { get; init; }

    /// <summary>Null when there is nothing to press.</summary>
    public required NextStep? Next { get; init; }

    /// <summary>Arranged quizzes that are open or ahead, those to be done now first.</summary>
    public required IReadOnlyList<OwnQuiz> Quizzes { get; init; }

    /// <summary>Sessions to which the person is called and that are not over, the next one first.</summary>
    public required IReadOnlyList<OwnSession> Sessions { get; init; }

    /// <summary>Courses that are not owed.</summary>
    public required IReadOnlyList<CourseProgress> SelfStudy { get; init; }

    /// <summary>Credit of this calendar year in whole minutes, each course once.</summary>
    public required int CreditMinutes { get; init; }

    /// <summary>Training records in force.</summary>
    public required int Records { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<OwnCertificate> Certificates { get; init; }

    /// <summary>For whoever may read coverage: the running targets in their reach.</summary>
    public required IReadOnlyList<TargetLine> Targets { get; init; }

    /// <summary>每日一练 of today.</summary>
    public required DailyPractice<PracticeQuestion> Daily { get; init; }

    /// <summary>Titles of the courses and quizzes that are owed, by slug, in the reader's language.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    public int LessonsLeft => OwedCourses.Sum(course => course.LessonsLeft);

    public int QuizzesLeft => OwedCourses.Count(course => !course.IsComplete);

    /// <summary>Each once, however many programmes ask for it.</summary>
    internal IEnumerable<CourseProgress> OwedCourses => Owed.SelectMany(programme => programme.Courses).DistinctBy(course => course.Course.Slug, StringComparer.Ordinal);

    /// <param name="Serial">编号.</param>
    /// <param name="Name">Of the programme.</param>
    /// <param name="CompletionDay">Of the training.</param>
    /// <param name="ValidUntil">Last day (included); null: without end.</param>
    /// <param name="State">Of today.</param>
    public sealed record OwnCertificate(string Serial, string Name, DateOnly CompletionDay, DateOnly? ValidUntil, CertificateState State)
    {
        /// <summary>Whole days from a day to the last one; null when it has no end or is not valid.</summary>
        public int? DaysLeft(DateOnly day) => State is CertificateState.Valid ? ValidUntil?.DayNumber - day.DayNumber : null;
    }

    /// <param name="Slug">Of the target.</param>
    /// <param name="Name">In Chinese.</param>
    /// <param name="NameEn">In English.</param>
    /// <param name="Year">The year it is known by.</param>
    /// <param name="Rule">Of today.</param>
    /// <param name="Figure">Summed over what the reader reaches.</param>
    public sealed record TargetLine(string Slug, string Name, string NameEn, int Year, TargetRule Rule, CoverageFigure Figure);
}
