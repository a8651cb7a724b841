using TrainingHub.Courses;
using TrainingHub.Quizzes.Arranged;

namespace TrainingHub.Home;

/// <summary>The one thing to press on the home page.</summary>
public abstract record NextStep
{
    private NextStep()
    {
    }

    /// <summary>A quiz is open and its clock runs.</summary>
    public sealed record Resume(QuizProgress Quiz) : NextStep;

    /// <summary>An arranged quiz whose window is open.</summary>
    public sealed record Sit(OwnQuiz Quiz) : NextStep;

    /// <summary>A lesson to begin or to go on with.</summary>
    public sealed record Learn(CourseProgress Course, CourseManifest.LessonEntry Lesson) : NextStep;

    /// <summary>All lessons are finished; the quiz is what is left.</summary>
    public sealed record Examine(CourseProgress Course) : NextStep;

    /// <summary>All is done: the newest valid certificate.</summary>
    public sealed record Show(HomePage.OwnCertificate Certificate) : NextStep;

    /// <summary>
    /// Open attempt before everything; then the arranged quiz whose window ends first, which does not wait; then what is owed, started before unstarted, nearest deadline first; then the certificate of what is
    /// done; then what was begun of one's own will.
    /// </summary>
    public static NextStep? Of(
        IReadOnlyList<OwnQuiz> quizzes, IReadOnlyList<CourseProgress> owed, IReadOnlyList<CourseProgress> others, HomePage.OwnCertificate? certificate)
    {
        if (owed.Concat(others).FirstOrDefault(course => course.Quiz.State is QuizState.Open) is { } open)
        {
            return new Resume(open.Quiz);
        }

        if (quizzes.FirstOrDefault(quiz => quiz.IsDue) is { } due)
        {
            return new Sit(due);
        }

        if (owed.OrderByDescending(course => course.IsStarted).Select(StepIn).OfType<NextStep>().FirstOrDefault() is { } step)
        {
            return step;
        }

        if (others.Where(course => course.IsStarted).Select(StepIn).OfType<NextStep>().FirstOrDefault() is { } begun)
        {
            return begun;
        }

        return certificate is not null ? new Show(certificate) : others.Select(StepIn).OfType<NextStep>().FirstOrDefault();
    }

    private static NextStep? StepIn(CourseProgress course) => course switch
    {
        { Quiz.State: QuizState.Passed } => null,
        { Next: { } lesson } => new Learn(course, lesson),
        _ => new Examine(course),
    };
}
