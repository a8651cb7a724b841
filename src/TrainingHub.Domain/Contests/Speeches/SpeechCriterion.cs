namespace TrainingHub.Contests.Speeches;

/// <summary>评分项 of a score sheet; each is scored with 0 to 100 whole points.</summary>
/// <param name="Name">In the organizer's words.</param>
/// <param name="Weight">Whole percent; those of a contest add up to 100.</param>
public sealed record SpeechCriterion(string Name, int Weight)
{
    public const int LongestName = 20;
    public const int Most = 8;
    public const int FullScore = 100;

    public static bool AreSound(IReadOnlyCollection<SpeechCriterion> criteria) =>
        criteria.Count is >= 1 and <= Most && criteria.All(one => one.Weight is >= 1 and <= 100 && one.Name.Length is >= 1 and <= LongestName && !one.Name.Contains('\n', StringComparison.Ordinal))
        && criteria.Sum(one => one.Weight) is 100 && criteria.Select(one => one.Name).Distinct(StringComparer.Ordinal).Count() == criteria.Count;

    /// <summary>得分 of a sheet in hundredths of a point, 0 to 10,000: exact, since weights are whole percents.</summary>
    /// <exception cref="ArgumentException">Not one score for each criterion, or one outside 0 to 100.</exception>
    public static int TotalOf(IReadOnlyList<SpeechCriterion> criteria, IReadOnlyList<int> scores) =>
        criteria.Count == scores.Count && scores.All(score => score is >= 0 and <= FullScore)
            ? criteria.Zip(scores).Sum(one => one.First.Weight * one.Second)
            : throw new ArgumentException("One score of 0 to 100 for each criterion.", nameof(scores));
}
