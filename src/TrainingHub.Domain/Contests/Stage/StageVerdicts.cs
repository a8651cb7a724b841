namespace TrainingHub.Contests.Stage;

/// <summary>What a question was judged to be, as the log keeps it: <c>right=1,3;wrong=2;key=AC</c>. Teams that abstained stand in neither list, but for one that was named for a risk question: it did not answer rightly.</summary>
/// <param name="Right">Teams that answered rightly.</param>
/// <param name="Wrong">Teams that answered wrongly, or not in time.</param>
/// <param name="Key">The letters that are right; null while they are not shown.</param>
public sealed record StageVerdicts(IReadOnlyList<int> Right, IReadOnlyList<int> Wrong, string? Key)
{
    public override string ToString() => $"right={string.Join(',', Right)};wrong={string.Join(',', Wrong)}{(Key is null ? "" : $";key={Key}")}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static StageVerdicts Parse(string? text)
    {
        var pairs = new StagePairs(text);
        return new StageVerdicts(pairs.Numbers("right"), pairs.Numbers("wrong"), pairs.Find("key"));
    }
}
