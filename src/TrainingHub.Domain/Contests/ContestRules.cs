using System.Globalization;

namespace TrainingHub.Contests;

/// <summary>计分规则 of a contest. Equal totals share a rank: see <see cref="ContestRanking"/>.</summary>
public sealed record ContestRules
{
    public const int LeastSeconds = 5;
    public const int MostSeconds = 300;
    public const int MostPoints = 1000;

    /// <summary>
    /// Of a measured round trip no more than this is taken off the time, in milliseconds: a slow network costs nobody points, and who reports a slower
    /// one than they have gains no more than this.
    /// </summary>
    public const int MostRoundTrip = 1000;

    /// <summary>Right answers in a row beyond the first of which each adds the bonus, at most.</summary>
    public const int LongestStreak = 4;

    public const int MostClasses = 200;

    /// <summary>Stands in the rules of a contest between classes, as they are stored, and in no others.</summary>
    public const string ClassesMark = ";classes=";

    /// <summary>For each question, 5 to 300.</summary>
    public required int Seconds { get; init; }

    /// <summary>For a right answer, 1 to 1000.</summary>
    public required int Points { get; init; }

    /// <summary>Taken off for a wrong answer, 0 to 1000. No answer costs nothing.</summary>
    public int WrongPoints { get; init; }

    /// <summary>Whether half of the points shrink evenly with the time taken.</summary>
    public bool HasSpeed { get; init; }

    /// <summary>Added for each right answer in a row before this one, for at most four of them; 0 to 1000.</summary>
    public int StreakPoints { get; init; }

    /// <summary>
    /// Classes of pupils that play against each other, 2 to 200; 0: people play. Of classes only counts are kept, so their points go by right and wrong
    /// alone, without speed and streaks.
    /// </summary>
    public int Classes { get; init; }

    public bool IsOfClasses => Classes > 0;

    public bool AreSound => (Classes is 0 || (Classes is >= 2 and <= MostClasses && !HasSpeed && StreakPoints is 0)) && Seconds is >= LeastSeconds and <= MostSeconds && Points is >= 1 and <= MostPoints && WrongPoints is >= 0 and <= MostPoints && StreakPoints is >= 0 and <= MostPoints;

    /// <summary>Whole points; what the time takes off is rounded down.</summary>
    /// <param name="isRight">Whether the answer is right.</param>
    /// <param name="elapsed">Milliseconds from 0 to <paramref name="limit"/> (included).</param>
    /// <param name="limit">Milliseconds, more than 0.</param>
    /// <param name="streak">Right answers in a row before this one.</param>
    public int PointsOf(bool isRight, int elapsed, int limit, int streak)
    {
        if (!isRight)
        {
            return -WrongPoints;
        }

        var lost = HasSpeed ? (int)((long)Points * Math.Clamp(elapsed, 0, limit) / (2L * limit)) : 0;
        return Points - lost + (StreakPoints * Math.Min(streak, LongestStreak));
    }

    /// <summary>As the log keeps it: <c>seconds=20;points=10;wrong=0;speed=0;streak=0</c>, and <c>;classes=3</c> where classes play.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"seconds={Seconds};points={Points};wrong={WrongPoints};speed={(HasSpeed ? 1 : 0)};streak={StreakPoints}{(IsOfClasses ? $"{ClassesMark}{Classes}" : "")}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static ContestRules Parse(string text)
    {
        var values = text.Split(';').Select(pair => pair.Split('=')).Where(pair => pair.Length is 2)
            .ToDictionary(pair => pair[0], pair => int.Parse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new ContestRules
        {
            Seconds = Of("seconds"),
            Points = Of("points"),
            WrongPoints = Of("wrong"),
            HasSpeed = Of("speed") is 1,
            StreakPoints = Of("streak"),
            Classes = values.GetValueOrDefault("classes"),
        };

        int Of(string name) => values.TryGetValue(name, out var value) ? value : throw new FormatException($"The rules do not say {name}.");
    }
}
