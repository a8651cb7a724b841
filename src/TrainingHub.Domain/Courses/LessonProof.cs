namespace TrainingHub.Courses;

/// <summary>
/// 学完一课的凭据: how many questions of a lesson's pool have to be answered rightly, and when a lesson rests.
/// </summary>
/// <remarks>
/// The numbers keep out a script that guesses, not a person who errs. A pool of eight is half single choice (one of four) and half multiple
/// choice (one of eleven sets). Who guesses is right in one case of six; three wrong in a row come almost at once, and with the rest the
/// lesson asks for two more right answers, up to all of the pool: a lucky streak before the first rest is not enough after it. The first rest
/// is ten minutes, the second twenty: whoever rests twice has waited thirty. Guessing, with or without a memory for what was wrong, needs
/// that in more than 95 of 100 runs, and 230 minutes and more in the middle one; a unit test replays it. Somebody who read the lesson and errs
/// once or twice never rests, and who rests once only answers two more.
/// What is answered rightly stays so: nothing has to be answered twice, and a new version of the course takes nothing away.
/// </remarks>
public static class LessonProof
{
    /// <summary>Different questions of the pool to be answered rightly, before any rest.</summary>
    public const int RightAnswers = 4;

    /// <summary>More of them for each rest.</summary>
    public const int MorePerRest = 2;

    /// <summary>Wrong answers, one after the other, that begin a rest.</summary>
    public const int WrongInARow = 3;

    /// <summary>Wrong answers since the last rest, whatever stood between them, that begin a rest.</summary>
    public const int WrongSinceRest = 5;

    /// <summary>Rests in one lesson from which on the organizer is told.</summary>
    public const int RestsToTell = 2;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How many different questions have to be answered rightly: never more than the pool has.</summary>
    /// <param name="pool">Questions of the lesson that can be asked or were answered rightly.</param>
    /// <param name="rests">Rests of this person in this lesson so far.</param>
    public static int Asked(int pool, int rests) => Math.Min(RightAnswers + (MorePerRest * rests), pool);

    /// <summary>Whether the lesson rests after the last of these answers.</summary>
    /// <param name="sinceRest">Whether each answer since the last rest was right, the oldest first.</param>
    public static bool IsRestDue(IReadOnlyList<bool> sinceRest) =>
        sinceRest is [.., false]
        && (sinceRest.Count(isRight => !isRight) >= WrongSinceRest
            || (sinceRest.Count >= WrongInARow && sinceRest.TakeLast(WrongInARow).All(isRight => !isRight)));

    /// <summary>How long the lesson rests now: ten minutes, then twenty, then forty; a day later it begins again with ten.</summary>
    /// <param name="earlier">When this person's earlier rests in the lesson began, UTC.</param>
    /// <param name="now">When the new one begins, UTC.</param>
    public static TimeSpan RestAfter(IEnumerable<DateTime> earlier, DateTime now) =>
        TimeSpan.FromMinutes(earlier.Count(begun => now - begun < Day) switch
        {
            0 => 10,
            1 => 20,
            _ => 40,
        });
}
