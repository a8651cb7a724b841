namespace TrainingHub.Practice;

/// <summary>错题: a question that was answered wrongly at least once.</summary>
/// <param name="Wrong">How often.</param>
/// <param name="LastWrongOn">The last day of them.</param>
/// <param name="RightDays">Different days with a right answer since, 0 to 2; the second masters it.</param>
public sealed record Mistake(int Wrong, DateOnly LastWrongOn, int RightDays)
{
    /// <summary>Right days that master a mistake.</summary>
    public const int DaysToMaster = 2;

    public bool IsMastered => RightDays >= DaysToMaster;

    /// <summary>What the answers to one question make of it; null when none was wrong.</summary>
    /// <param name="answers">The oldest first.</param>
    public static Mistake? Of(IReadOnlyList<RecallAnswer> answers)
    {
        var last = answers.Index().LastOrDefault(entry => !entry.Item.IsRight, (-1, null!));
        return last.Index < 0
            ? null
            : new Mistake(
                answers.Count(answer => !answer.IsRight),
                last.Item.Day,
                Math.Min(DaysToMaster, answers.Skip(last.Index + 1).Select(answer => answer.Day).Distinct().Count()));
    }
}
