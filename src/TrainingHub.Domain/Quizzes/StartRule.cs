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
    /// <param name="closesAt">Last instant of the window, without added minutes, UTC: what was granted after it, was granted after the window.</param>
    /// <param name="earlier">All attempts of the person at this quiz, none of them open.</param>
    /// <param name="granted">When further attempts were granted to the person, UTC; each adds one to what the quiz allows.</param>
    /// <param name="now">UTC.</param>
    /// <param name="printed">Papers drawn for the person at sessions and not handed in yet; each uses an attempt.</param>
    /// <param name="excused">When the person was given leave to begin after the window, UTC.</param>
    /// <param name="added">Whole minutes by which the window is longer for this person.</param>
    public static StartRefusal? FindRefusal(
        QuizStanding standing, QuizTerms terms, DateTime closesAt, IReadOnlyCollection<Attempt> earlier, IReadOnlyCollection<DateTime> granted, DateTime now, int printed = 0, IReadOnlyCollection<DateTime>? excused = null, int added = 0)
    {
        var (allowed, lastAt) = (terms.AttemptsAllowed + granted.Count, closesAt.AddMinutes(added));
        return standing switch
        {
            QuizStanding.Draft or QuizStanding.Withdrawn => new StartRefusal.NotRunning(),
            _ when earlier.Count + printed >= allowed => new StartRefusal.NoAttemptsLeft(allowed),
            _ when now < terms.OpensAt => new StartRefusal.NotOpenYet(terms.OpensAt),
            _ when (now > lastAt || standing is QuizStanding.Closed) && !IsGrantedAfter(closesAt, earlier, granted, now) && !(earlier.Count is 0 && IsExcused(lastAt, excused ?? [], now)) => new StartRefusal.WindowOver(lastAt),
            _ => FindWait(terms.WaitMinutes, earlier, granted, now),
        };
    }

    /// <summary>
    /// Whether an attempt that may start now lasts as long as it lasts, whatever the window: the window is over, or the attempt was granted, or the person was
    /// excused, beyond it, even where added minutes let the window last still.
    /// </summary>
    /// <param name="standing">Where the quiz stands.</param>
    /// <param name="closesAt">Last instant of the window, without added minutes, UTC.</param>
    /// <param name="earlier">All attempts of the person at this quiz, none of them open.</param>
    /// <param name="granted">When further attempts were granted to the person, UTC.</param>
    /// <param name="now">UTC.</param>
    /// <param name="excused">When the person was given leave to begin after the window, UTC.</param>
    /// <param name="added">Whole minutes by which the window is longer for this person.</param>
    public static bool IsUnbound(
        QuizStanding standing, DateTime closesAt, IReadOnlyCollection<Attempt> earlier, IReadOnlyCollection<DateTime> granted, DateTime now, IReadOnlyCollection<DateTime> excused, int added) =>
        now > closesAt.AddMinutes(added) || standing is QuizStanding.Closed || IsGrantedAfter(closesAt, earlier, granted, now)
        || (now > closesAt && earlier.Count is 0 && IsExcused(closesAt, excused, now));

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
