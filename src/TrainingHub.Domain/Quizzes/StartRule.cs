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
    /// <param name="printed">Papers drawn for the person at sessions and not handed in yet; each uses an attempt.</param>
    public static StartRefusal? FindRefusal(
        Quiz quiz, IReadOnlyCollection<Attempt> earlier, IReadOnlyCollection<DateTime> granted, int lessonsLeft, DateTime now, int printed = 0)
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
        if (quiz.AttemptsAllowed > 0 && earlier.Count + printed >= allowed)
        {
            return new StartRefusal.NoAttemptsLeft(allowed);
        }

        if (lessonsLeft > 0)
        {
            return new StartRefusal.LessonsUnfinished(lessonsLeft);
        }

        return FindWait(quiz.WaitMinutes, earlier, granted, now);
    }

    /// <summary>
    /// The same for an arranged quiz: its window binds, and a passed attempt does not keep anybody from using the attempts that are left. An
    /// attempt that was granted at or after the end of the window can be started for <see cref="QuizTerms.GrantDays"/> days; so long after the window, or
    /// after leave was given where that is later, can somebody begin who was excused and has no attempt.
    /// </summary>
    /// <param name="standing">Where the quiz stands.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="closesAt">Last instant of the window for this person, added minutes included, UTC.</param>
    /// <param name="earlier">All attempts of the person at this quiz, none of them open.</param>
    /// <param name="granted">When further attempts were granted to the person, UTC; each adds one to what the quiz allows.</param>
    /// <param name="now">UTC.</param>
    /// <param name="printed">Papers drawn for the person at sessions and not handed in yet; each uses an attempt.</param>
    /// <param name="excused">When the person was given leave to begin after the window, UTC.</param>
    public static StartRefusal? FindRefusal(
        QuizStanding standing, QuizTerms terms, DateTime closesAt, IReadOnlyCollection<Attempt> earlier, IReadOnlyCollection<DateTime> granted, DateTime now, int printed = 0, IReadOnlyCollection<DateTime>? excused = null)
    {
        var allowed = terms.AttemptsAllowed + granted.Count;
        return standing switch
        {
            QuizStanding.Draft or QuizStanding.Withdrawn => new StartRefusal.NotRunning(),
            _ when earlier.Count + printed >= allowed => new StartRefusal.NoAttemptsLeft(allowed),
            _ when now < terms.OpensAt => new StartRefusal.NotOpenYet(terms.OpensAt),
            _ when (now > closesAt || standing is QuizStanding.Closed) && !IsGrantedAfter(closesAt, earlier, granted, now) && !(earlier.Count is 0 && IsExcused(closesAt, excused ?? [], now)) => new StartRefusal.WindowOver(closesAt),
            _ => FindWait(terms.WaitMinutes, earlier, granted, now),
        };
    }

    /// <summary>Whether an attempt granted at or after the end of the window is there to be started.</summary>
    public static bool IsGrantedAfter(DateTime closesAt, IReadOnlyCollection<Attempt> earlier, IReadOnlyCollection<DateTime> granted, DateTime now) =>
        granted.Any(at => at >= closesAt && now <= at.AddDays(QuizTerms.GrantDays) && !earlier.Any(attempt => attempt.StartedAt >= at));

    /// <summary>Whether leave to begin after the window still holds; it is used by the first attempt, whenever that is begun.</summary>
    public static bool IsExcused(DateTime closesAt, IReadOnlyCollection<DateTime> excused, DateTime now) =>
        excused.Any(at => now <= (at > closesAt ? at : closesAt).AddDays(QuizTerms.GrantDays));

    // Whoever was granted an attempt after the last one does not wait for it.
    private static StartRefusal.WaitUntil? FindWait(int minutes, IReadOnlyCollection<Attempt> earlier, IReadOnlyCollection<DateTime> granted, DateTime now)
    {
        var ended = earlier.Max(attempt => attempt.SubmittedAt);
        return ended?.AddMinutes(minutes) is { } next && now < next && !granted.Any(at => at >= ended) ? new StartRefusal.WaitUntil(next) : null;
    }
}
