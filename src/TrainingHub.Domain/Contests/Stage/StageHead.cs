using System.Globalization;

namespace TrainingHub.Contests.Stage;

/// <summary>What holds for a stage contest as a whole, as the first entry of its log says it. Names are not part of it.</summary>
/// <param name="BasePoints">基础分: with which each team begins, from 0.</param>
/// <param name="NoisePoints">喧哗: taken off, from 0.</param>
/// <param name="CheatingPoints">通讯作弊: taken off, from 0; the second time disqualifies.</param>
/// <param name="Members">Of each team, in the order of the teams' numbers.</param>
public sealed record StageHead(int BasePoints, int NoisePoints, int CheatingPoints, IReadOnlyList<int> Members)
{
    private const string Mark = "stage=1";

    /// <summary>Whether the text of a first entry is that of a stage contest.</summary>
    public static bool IsHead(string? text) => text is not null && text.StartsWith(Mark, StringComparison.Ordinal);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Mark};base={BasePoints};noise={NoisePoints};cheating={CheatingPoints};members={string.Join(',', Members)}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static StageHead Parse(string? text)
    {
        var pairs = new StagePairs(text);
        return new StageHead(pairs.Number("base"), pairs.Number("noise"), pairs.Number("cheating"), pairs.Numbers("members"));
    }
}
