namespace TrainingHub.Practice;

/// <summary>掌握程度: how well somebody still has what a clause says, in whole percent.</summary>
/// <remarks>
/// A question answered rightly counts 100 on that day and halves over its half-life: twice the interval of its card, at least a week. So what
/// was repeated over months fades slowly, what was answered once fades within weeks, and each right answer on or after the due day refreshes it. Answered wrongly
/// last, it counts 0. A clause is the mean of its questions that were ever answered: it says how they stand, not how many there are.
/// </remarks>
public static class Mastery
{
    /// <summary>At least so much is 熟练, in whole percent (included).</summary>
    public const int Firm = 80;

    /// <summary>At least so much is 基本掌握, in whole percent (included); less needs refreshing.</summary>
    public const int Fair = 50;

    private const int ShortestHalfLifeDays = 7;

    /// <summary>Of one question on a day, 0 to 100, rounded down; null when it was never answered.</summary>
    /// <param name="answers">The oldest first, none after <paramref name="day"/>.</param>
    /// <param name="day">In the configured zone.</param>
    public static int? OfQuestion(IReadOnlyList<RecallAnswer> answers, DateOnly day)
    {
        if (answers is not [.., var last] || RecallCard.Of(answers) is not { } card)
        {
            return null;
        }

        var halfLife = Math.Max(ShortestHalfLifeDays, 2 * card.IntervalDays);
        return last.IsRight ? (int)(100 * Math.Pow(2, -(double)Math.Max(0, day.DayNumber - last.Day.DayNumber) / halfLife)) : 0;
    }

    /// <summary>Of a clause, 0 to 100, rounded down; null when none of its questions was answered.</summary>
    /// <param name="questions">Of each question that was answered.</param>
    public static int? OfClause(IReadOnlyCollection<int> questions) => questions.Count is 0 ? null : questions.Sum() / questions.Count;
}
