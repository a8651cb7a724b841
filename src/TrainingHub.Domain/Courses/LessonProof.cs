using TrainingHub.Questions;

namespace TrainingHub.Courses;

/// <summary>
/// 学完一课的凭据: how many questions of a lesson's pool have to be answered rightly, when a lesson rests, and when it may be finished at the earliest.
/// </summary>
/// <remarks>
/// The numbers keep out a script that guesses, not a person who errs. Three wrong answers in a row rest the lesson for ten minutes, and each wrong
/// answer asks for one more right one, up to all of the pool: a lucky streak is not enough after a slip. Luck alone would still
/// let some through. So whoever answers faster than anybody reads (<see cref="IsHasty"/>) is asked the whole pool, and whoever errs as often as nobody
/// does who has read finishes half an hour after the lesson's first question at the earliest (<see cref="HoldOf"/>): after four wrong answers, in haste
/// after two. Haste alone holds nobody who knows it all, but for a pool so small that luck knows it, too. Unit tests replay guessers over the pools of
/// the courses that travel with the application. Somebody who read the lesson and errs once or twice never waits; who waits answers nothing twice.
/// What is answered rightly stays so, and a new version of the course takes nothing away.
/// </remarks>
public static class LessonProof
{
    /// <summary>Different questions of the pool to be answered rightly by who never errs.</summary>
    public const int RightAnswers = 5;

    /// <summary>More of them for each wrong answer.</summary>
    public const int MorePerWrong = 1;

    /// <summary>Wrong answers, one after the other, that begin a rest.</summary>
    public const int WrongInARow = 3;

    /// <summary>Wrong answers since the last rest, whatever stood between them, that begin a rest.</summary>
    public const int WrongSinceRest = 5;

    /// <summary>Rests in one lesson from which on the organizer is told.</summary>
    public const int RestsToTell = 1;

    /// <summary>Wrong answers in one lesson from which on it is held; as many as the pool has questions where that is less.</summary>
    public const int WrongToHold = 4;

    /// <summary>The same of somebody who answers faster than anybody reads.</summary>
    public const int WrongToHoldInHaste = 2;

    /// <summary>Questions of a pool from which on luck alone does not answer all of it.</summary>
    public const int LargePool = 8;

    /// <summary>Characters that nobody reads in less than a second: three times what a quick reader does.</summary>
    public const int CharactersPerSecond = 30;

    /// <summary>The least between a lesson's first question and its end, by the server's clock, where it is held.</summary>
    public static readonly TimeSpan Floor = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LeastReading = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How many different questions have to be answered rightly: never more than the pool has.</summary>
    /// <param name="pool">Questions of the lesson that can be asked or were answered rightly.</param>
    /// <param name="wrong">Wrong answers of this person in this lesson so far.</param>
    /// <param name="isHasty">Whether the answers so far came faster than their questions can be read: then the whole pool is asked.</param>
    public static int Asked(int pool, int wrong, bool isHasty) => isHasty ? pool : Math.Min(RightAnswers + (MorePerWrong * wrong), pool);

    /// <summary>Whether the answers came faster than their questions can be read. Times are added up: one quick answer among slow ones is nobody's fault.</summary>
    /// <param name="answers">All answers of this person in the lesson.</param>
    public static bool IsHasty(IReadOnlyCollection<ProofAnswer> answers) => answers.Sum(answer => answer.Taken.Ticks) < answers.Sum(answer => answer.Reading.Ticks);

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

    /// <summary>The least that reading a question and its options takes: two seconds, or its characters at <see cref="CharactersPerSecond"/>.</summary>
    public static TimeSpan ReadingOf(QuestionPrompt prompt)
    {
        var characters = prompt.Stem.Length + prompt.Options.Sum(option => option.Length);
        var reading = TimeSpan.FromSeconds((double)characters / CharactersPerSecond);
        return reading < LeastReading ? LeastReading : reading;
    }

    /// <summary>
    /// Until when the lesson may not be finished; null when nothing speaks against the reader. Somebody who comes back another day is not held.
    /// </summary>
    /// <param name="firstAskedAt">When the server put the first question of the lesson, UTC.</param>
    /// <param name="pool">Questions of the lesson that can be asked or were answered rightly.</param>
    /// <param name="answers">All answers of this person in the lesson.</param>
    public static LessonHold? HoldOf(DateTime firstAskedAt, int pool, IReadOnlyCollection<ProofAnswer> answers)
    {
        var isHasty = IsHasty(answers);
        if (answers.Count(answer => !answer.IsRight) >= Math.Clamp(pool, 1, isHasty ? WrongToHoldInHaste : WrongToHold))
        {
            return new LessonHold(firstAskedAt + Floor, LessonHoldReason.ManyWrong);
        }

        return isHasty && pool < LargePool ? new LessonHold(firstAskedAt + Floor, LessonHoldReason.FasterThanReading) : null;
    }
}
