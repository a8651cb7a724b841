namespace TrainingHub.Practice;

/// <summary>How much of what is due is asked on a day.</summary>
public static class DailyRule
{
    /// <summary>Questions a day at most.</summary>
    public const int MostADay = 10;

    /// <summary>Of all cards those due, as many as the day has left; what is over waits for the next day.</summary>
    public static DailyPractice<T> Today<T>(IEnumerable<(T Question, RecallCard Card)> cards, int done, DateOnly today)
    {
        var sorted = cards.OrderBy(entry => entry.Card.DueOn).ThenBy(entry => entry.Card.IntervalDays).ToList();
        var due = sorted.TakeWhile(entry => entry.Card.DueOn <= today).ToList();
        var questions = due.Take(Math.Max(0, MostADay - done)).Select(entry => entry.Question).ToList();
        return new DailyPractice<T>(
            questions,
            done,
            questions.Count > 0 ? null
            : due.Count > 0 ? today.AddDays(1)
            : sorted.Count > 0 ? sorted[0].Card.DueOn
            : null);
    }
}
