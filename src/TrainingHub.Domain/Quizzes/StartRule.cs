using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>Who may start another attempt.</summary>
public static class StartRule
{
    /// <summary>
    /// Why a person whose attempts at the quiz have all ended may not start another now; null when they may. Of several reasons the one
    /// that waiting or learning cannot mend comes first.
    /// </summary>
    /// <param name="quiz">The quiz as it stands today.</param>
    /// <param name="earlier">All attempts of the person at this quiz, none of them open.</param>
    /// <param name="granted">When further attempts were granted to the person, UTC; each adds one to what the quiz allows.</param>
    /// <param name="lessonsLeft">Lessons that must be finished first and are not.</param>
    /// <param name="now">UTC.</param>
    public static StartRefusal? FindRefusal(Quiz quiz, IReadOnlyCollection<Attempt> earlier, IReadOnlyCollection<DateTime> granted, int lessonsLeft, DateTime now)
    {
        if (earlier.FirstOrDefault(attempt => attempt.Passed is true) is { } passed)
        {
            return new StartRefusal.AlreadyPassed(passed.Number);
        }

        if (earlier.FirstOrDefault(attempt => attempt.WaitsForMarks) is { } waiting)
        {
            return new StartRefusal.WaitsForMarks(waiting.Number);
        }

        var allowed = quiz.AttemptsAllowed + granted.Count;
        if (quiz.AttemptsAllowed > 0 && earlier.Count >= allowed)
        {
            return new StartRefusal.NoAttemptsLeft(allowed);
        }

        if (lessonsLeft > 0)
        {
            return new StartRefusal.LessonsUnfinished(lessonsLeft);
        }

        // Whoever was granted an attempt after the last one does not wait for it.
        var ended = earlier.Max(attempt => attempt.SubmittedAt);
        return ended?.AddMinutes(quiz.WaitMinutes) is { } next && now < next && !granted.Any(at => at >= ended)
            ? new StartRefusal.WaitUntil(next)
            : null;
    }
}
