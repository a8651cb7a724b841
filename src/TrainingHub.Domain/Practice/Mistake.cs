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
    public static Mistake? Of(IReadOnlyList<RecallAnswer> answers) => Of(answers, []);

    /// <summary>The same where the question itself is kept for examinations and cannot be practised: others on its clause stand in for it.</summary>
    /// <param name="answers">To the question, the oldest first.</param>
    /// <param name="standIns">
    /// To practice questions on the same clause. Right ones count from the day after the last mistake on: nothing tells what came first on that day.
    /// </param>
    public static Mistake? Of(IReadOnlyList<RecallAnswer> answers, IReadOnlyCollection<RecallAnswer> standIns)
    {
        var last = answers.Index().LastOrDefault(entry => !entry.Item.IsRight, (-1, null!));
        return last.Index < 0
            ? null
            : new Mistake(
                answers.Count(answer => !answer.IsRight),
                last.Item.Day,
                Math.Min(DaysToMaster, answers.Skip(last.Index + 1).Concat(standIns.Where(answer => answer.IsRight && answer.Day > last.Item.Day)).Select(answer => answer.Day).Distinct().Count()));
    }
}
