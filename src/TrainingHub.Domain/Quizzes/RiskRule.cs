namespace TrainingHub.Quizzes;

/// <summary>Who of those answering now may need help.</summary>
public static class RiskRule
{
    /// <summary>So much time or less (included) is little.</summary>
    public static readonly TimeSpan Little = TimeSpan.FromMinutes(5);

    /// <summary>So long (included) without a saved answer is silence.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    /// <summary>The risk; null when there is none, everything is answered or the time has run out.</summary>
    /// <param name="deadline">Of the attempt, UTC.</param>
    /// <param name="lastSeen">When it was started or an answer was last saved, UTC.</param>
    /// <param name="items">Questions on the paper.</param>
    /// <param name="answered">Those with an answer.</param>
    /// <param name="now">UTC.</param>
    public static SittingRisk? Find(DateTime deadline, DateTime lastSeen, int items, int answered, DateTime now)
    {
        var left = items - answered;
        if (left <= 0 || now > deadline)
        {
            return null;
        }

        // A third of the paper is many.
        return deadline - now <= Little && left * 3 >= items ? SittingRisk.ShortOfTime
            : now - lastSeen >= Silence ? SittingRisk.Silent
            : null;
    }
}
