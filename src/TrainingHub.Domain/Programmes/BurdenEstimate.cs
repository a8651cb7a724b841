using TrainingHub.People;

namespace TrainingHub.Programmes;

/// <summary>培训负担: minutes × people, before a target is set.</summary>
/// <param name="MinutesEach">Whole minutes that the programme takes one person.</param>
/// <param name="HasAssessments">Whether assessments are asked, whose time nobody knows beforehand: they are not in the minutes.</param>
/// <param name="Posts">People counted today by post, each person once.</param>
public sealed record BurdenEstimate(int MinutesEach, bool HasAssessments, IReadOnlyList<(CorePosition Post, int People)> Posts)
{
    /// <summary>Of these people, those who have a record of the programme in force: it takes no more of their time.</summary>
    public int Done { get; init; }

    public int People => Posts.Sum(post => post.People);

    /// <summary>Whole hours of 60 minutes of all of them, rounded up.</summary>
    public long HoursOfAll => HoursOf(People);

    public long HoursOf(int people) => ((long)people * MinutesEach + 59) / 60;
}
