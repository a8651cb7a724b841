namespace TrainingHub.Practice;

/// <summary>
/// 复习卡: when a question comes back. Of the SM-2 family: two days after the first right answer, then six, then the interval grows by the ease
/// factor; a wrong answer brings it back on the next day and lowers the factor. Nothing is stored: a card is what follows from the answers,
/// so it cannot drift from them, and a better rule applies to what was answered before.
/// </summary>
/// <param name="IntervalDays">Whole days between the last answer that counted and the due day, 1 to 180; rounded up.</param>
/// <param name="EasePercent">How fast the interval grows, in whole percent: 250 at first, at least 130.</param>
/// <param name="Repetitions">Right answers in a row that counted.</param>
/// <param name="DueOn">First day on which it is asked again (included).</param>
public sealed record RecallCard(int IntervalDays, int EasePercent, int Repetitions, DateOnly DueOn)
{
    private const int FirstInterval = 2, SecondInterval = 6, LongestInterval = 180, FirstEase = 250, LowestEase = 130, EaseLost = 20;

    /// <summary>The card after these answers; null when there are none.</summary>
    /// <param name="answers">To one question, the oldest first.</param>
    public static RecallCard? Of(IEnumerable<RecallAnswer> answers) =>
        answers.Aggregate((RecallCard?)null, (card, answer) => card is null ? First(answer) : card.After(answer));

    /// <summary>The card after one more answer. A right one before the due day shows nothing new: it changes nothing.</summary>
    public RecallCard After(RecallAnswer answer)
    {
        if (!answer.IsRight)
        {
            return new RecallCard(1, Math.Max(LowestEase, EasePercent - EaseLost), 0, answer.Day.AddDays(1));
        }

        if (answer.Day < DueOn)
        {
            return this;
        }

        var interval = Repetitions switch
        {
            0 => FirstInterval,
            1 => SecondInterval,
            _ => Math.Min(LongestInterval, ((IntervalDays * EasePercent) + 99) / 100),
        };
        return new RecallCard(interval, EasePercent, Repetitions + 1, answer.Day.AddDays(interval));
    }

    private static RecallCard First(RecallAnswer answer) => answer.IsRight
        ? new RecallCard(FirstInterval, FirstEase, 1, answer.Day.AddDays(FirstInterval))
        : new RecallCard(1, FirstEase - EaseLost, 0, answer.Day.AddDays(1));
}
