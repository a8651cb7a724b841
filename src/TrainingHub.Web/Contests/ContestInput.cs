using System.ComponentModel.DataAnnotations;
using TrainingHub.Contests.Awards;

namespace TrainingHub.Contests;

/// <summary>What is agreed for a contest.</summary>
public sealed record ContestInput : ContestBasics
{
    [Range(0, ContestPlan.MostQuestions, ErrorMessage = "Range_Questions")]
    public int Single { get; init; }

    [Range(0, ContestPlan.MostQuestions, ErrorMessage = "Range_Questions")]
    public int Multiple { get; init; }

    [Range(0, ContestPlan.MostQuestions, ErrorMessage = "Range_Questions")]
    public int TrueFalse { get; init; }

    [Range(ContestRules.LeastSeconds, ContestRules.MostSeconds, ErrorMessage = "Range_Seconds")]
    public int Seconds { get; init; } = 20;

    [Range(1, ContestRules.MostPoints, ErrorMessage = "Range_Points")]
    public int Points { get; init; } = 10;

    [Range(0, ContestRules.MostPoints, ErrorMessage = "Range_Points0")]
    public int WrongPoints { get; init; }

    [Range(0, ContestRules.MostPoints, ErrorMessage = "Range_Points0")]
    public int StreakPoints { get; init; }

    public bool HasSpeed { get; init; }

    public bool AllowsGuests { get; init; }

    /// <summary>Whether classes of pupils play: their names are those of the teams, and nothing is kept of single pupils.</summary>
    public bool OfClasses { get; init; }

    /// <summary>One name a line.</summary>
    [StringLength(Contest.LongestTeams, ErrorMessage = "TooLong_Teams")]
    public string? Teams { get; init; }

    /// <summary>Of classes by right and wrong alone.</summary>
    public ContestRules Rules => new()
    {
        Seconds = Seconds,
        Points = Points,
        WrongPoints = WrongPoints,
        StreakPoints = OfClasses ? 0 : StreakPoints,
        HasSpeed = HasSpeed && !OfClasses,
        Classes = OfClasses ? TeamLines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length : 0,
    };

    /// <summary>Pupils get neither prizes nor hours.</summary>
    public override PrizeCounts Prizes => OfClasses ? new PrizeCounts(0, 0, 0) : base.Prizes;

    public override int Credit => OfClasses ? 0 : CreditMinutes;

    public bool HasClasses => !OfClasses || Rules.Classes is >= 2 and <= ContestRules.MostClasses;

    /// <param name="offered">Courses that may be chosen; others are left out.</param>
    public ContestPlan PlanOf(IEnumerable<string> offered) =>
        new() { Courses = [.. offered.Intersect(Courses, StringComparer.Ordinal)], UsesBank = UsesBank, Single = Single, Multiple = Multiple, TrueFalse = TrueFalse, Tag = Tag };

    /// <summary>As it is stored: cleaned, each once.</summary>
    public string TeamLines => string.Join('\n', (Teams ?? "").Split('\n').Select(line => ContestNames.Clean(line)).OfType<string>().Distinct(StringComparer.Ordinal));

    public static ContestInput Of(Contest contest)
    {
        var (rules, plan) = (ContestRules.Parse(contest.Rules), ContestPlanJson.Read(contest.Plan));
        return new ContestInput
        {
            Title = contest.Title,
            Version = contest.Version,
            Courses = [.. plan.Courses],
            UsesBank = plan.UsesBank,
            Single = plan.Single,
            Multiple = plan.Multiple,
            TrueFalse = plan.TrueFalse,
            Tag = plan.Tag,
            Seconds = rules.Seconds,
            Points = rules.Points,
            WrongPoints = rules.WrongPoints,
            StreakPoints = rules.StreakPoints,
            HasSpeed = rules.HasSpeed,
            AllowsGuests = contest.AllowsGuests,
            Teams = contest.Teams,
            OfClasses = rules.IsOfClasses,
            First = contest.FirstPrizes,
            Second = contest.SecondPrizes,
            Third = contest.ThirdPrizes,
            CreditMinutes = contest.CreditMinutes,
            CreditDomain = contest.CreditDomain,
        };
    }
}
