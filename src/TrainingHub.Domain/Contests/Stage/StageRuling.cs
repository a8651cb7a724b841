using System.Globalization;

namespace TrainingHub.Contests.Stage;

/// <summary>改判 of one team's answer, as the log keeps it: <c>team=3;as=1</c>.</summary>
/// <param name="Team">Whose answer.</param>
/// <param name="As">1: right; 0: wrong; 2: it counts neither way.</param>
public sealed record StageRuling(int Team, int As)
{
    public const int Wrong = 0;
    public const int Right = 1;
    public const int Neither = 2;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"team={Team};as={As}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static StageRuling Parse(string? text)
    {
        var pairs = new StagePairs(text);
        return new StageRuling(pairs.Number("team"), pairs.Number("as"));
    }
}
