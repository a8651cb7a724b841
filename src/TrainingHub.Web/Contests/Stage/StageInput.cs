using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Contests.Stage;

/// <summary>What is agreed for a contest on a stage, as the form sends it.</summary>
public sealed record StageInput : ContestBasics
{
    [Range(0, StageTerms.MostBasePoints, ErrorMessage = "Range_BasePoints")]
    public int BasePoints { get; init; }

    [Range(0, ContestRules.MostPoints, ErrorMessage = "Range_Points0")]
    public int NoisePoints { get; init; }

    [Range(0, ContestRules.MostPoints, ErrorMessage = "Range_Points0")]
    public int CheatingPoints { get; init; }

    /// <summary>Whether the big screen says the names of members.</summary>
    public bool ShowsNames { get; init; }

    [MaxLength(StageTerms.MostTeams, ErrorMessage = "Bad_Teams")]
    public StageTeamInput[] Teams { get; init => field = [.. (value ?? []).OfType<StageTeamInput>()]; } = [];

    [MaxLength(StageTerms.MostRounds, ErrorMessage = "Bad_Rounds")]
    public StageRoundInput[] Rounds { get; init => field = [.. (value ?? []).OfType<StageRoundInput>()]; } = [];

    /// <summary>May be unsound.</summary>
    /// <param name="before">The teams as they were saved before.</param>
    internal StageTerms TermsOf(IReadOnlyList<StageTeam> before) => new()
    {
        BasePoints = BasePoints,
        NoisePoints = NoisePoints,
        CheatingPoints = CheatingPoints,
        ShowsNames = ShowsNames,
        Teams = TeamsOf(before),
        Rounds = [.. Rounds.Where(round => round.Block is not (null or StageBlock.None)).Select(round => round.ToRound())],
    };

    /// <summary>Who is called otherwise now is the same team; of two rows that say to be one team the first is.</summary>
    private List<StageTeam> TeamsOf(IReadOnlyList<StageTeam> before)
    {
        var left = before.Select(team => team.Key).ToHashSet(StringComparer.Ordinal);
        return [.. Teams.Where(team => team.Name is not null).Select(team => new StageTeam { Name = team.Name ?? "", Unit = team.Unit ?? "", Members = team.Members ?? 0, Key = team.Key is { } key && left.Remove(key) ? key : "" })];
    }

    /// <param name="terms">Sound.</param>
    /// <param name="offered">Courses that may be chosen; others are left out.</param>
    internal ContestPlan PlanOf(StageTerms terms, IEnumerable<string> offered) =>
        new() { Courses = [.. offered.Intersect(Courses, StringComparer.Ordinal)], UsesBank = UsesBank, Any = terms.Drawn, Tag = Tag };

    internal static StageInput Of(StageTerms terms) => new()
    {
        UsesBank = true,
        BasePoints = terms.BasePoints,
        NoisePoints = terms.NoisePoints,
        CheatingPoints = terms.CheatingPoints,
        ShowsNames = terms.ShowsNames,
        Teams = [.. terms.Teams.Select(team => new StageTeamInput { Key = team.Key, Name = team.Name, Unit = team.Unit, Members = team.Members })],
        Rounds = [.. terms.Rounds.Select(StageRoundInput.Of)],
    };

    internal static StageInput Of(Contest contest)
    {
        var plan = ContestPlanJson.Read(contest.Plan);
        return Of(StageTermsJson.Read(contest.Stage ?? throw new InvalidOperationException("No stage."))) with
        {
            Title = contest.Title,
            Version = contest.Version,
            Courses = [.. plan.Courses],
            UsesBank = plan.UsesBank,
            Tag = plan.Tag,
            First = contest.FirstPrizes,
            Second = contest.SecondPrizes,
            Third = contest.ThirdPrizes,
            CreditMinutes = contest.CreditMinutes,
            CreditDomain = contest.CreditDomain,
        };
    }
}
