namespace TrainingHub.Practice;

/// <summary>每日一练: what is asked today.</summary>
/// <param name="Questions">What is still to be asked today, the longest due first.</param>
/// <param name="Done">Asked and answered today already.</param>
/// <param name="NextOn">When something is due next, when nothing is left today; null when nothing ever is.</param>
public sealed record DailyPractice<T>(IReadOnlyList<T> Questions, int Done, DateOnly? NextOn)
{
    /// <summary>Questions a day at most.</summary>
    public const int MostADay = 10;

    /// <summary>Of all cards those due, as many as the day has left. Over-due ones wait for the next day without piling up to more than that.</summary>
    public static DailyPractice<T> Of(IEnumerable<(T Question, RecallCard Card)> cards, int done, DateOnly today)
    {
        var sorted = cards.OrderBy(entry => entry.Card.DueOn).ThenBy(entry => entry.Card.IntervalDays).ToList();
        var due = sorted.TakeWhile(entry => entry.Card.DueOn <= today).ToList();
        var questions = due.Take(Math.Max(0, MostADay - done)).Select(entry => entry.Question).ToList();
        var tomorrow = today.AddDays(1);
        return new DailyPractice<T>(
            questions,
            done,
            questions.Count > 0 ? null
            : due.Count > 0 ? tomorrow
            : sorted.Count > 0 ? sorted[0].Card.DueOn
            : null);
    }
}
