namespace TrainingHub.Contests.Stage;

/// <summary>What is agreed for a stage contest.</summary>
public sealed record StageTerms
{
    public const int LeastTeams = 2;
    public const int MostTeams = 12;
    public const int MostRounds = 16;
    public const int MostQuestions = 200;
    public const int Spares = 3;
    public const int MostBasePoints = 10_000;

    /// <summary>From 0.</summary>
    public required int BasePoints { get; init; }

    /// <summary>喧哗, from 0.</summary>
    public required int NoisePoints { get; init; }

    /// <summary>通讯作弊, from 0.</summary>
    public required int CheatingPoints { get; init; }

    /// <summary>In the order of their numbers, which begin with 1.</summary>
    public required IReadOnlyList<StageTeam> Teams { get; init; }

    /// <summary>In their order.</summary>
    public required IReadOnlyList<StageRound> Rounds { get; init; }

    /// <summary>Whether the big screen says the names of members; the host's console and the result sheet always do.</summary>
    public bool ShowsNames { get; init; }

    /// <summary>Questions that are kept for risk questions, as <see cref="StagePools"/> says; empty: none are.</summary>
    public IReadOnlyList<int> Pools { get; init; } = [];

    public StageHead Head => new(BasePoints, NoisePoints, CheatingPoints, [.. Teams.Select(team => team.Members)]);

    /// <summary>How many questions the rounds take at most.</summary>
    public int Questions => Rounds.Sum(round => round.QuestionsFor(Head.Members));

    /// <summary>How many of them are risk questions.</summary>
    public int RiskQuestions => Rounds.Where(round => round.Block is StageBlock.Risk).Sum(round => round.QuestionsFor(Head.Members));

    /// <summary>How many questions have to be drawn: with a few to spare, so that one that is withdrawn takes no team's turn.</summary>
    public int Drawn => Math.Min(Questions + Spares, MostQuestions);

    public bool HasSoundTeams =>
        Teams.Count is >= LeastTeams and <= MostTeams && Teams.All(team => team.Name.Length > 0 && team.Members is >= 1 and <= StageTeam.MostMembers)
        && Teams.Select(team => team.Name).Distinct(StringComparer.Ordinal).Count() == Teams.Count;

    public bool HasSoundRounds => Rounds.Count is >= 1 and <= MostRounds && Rounds.All(round => round.IsSound) && Questions is >= 1 and <= MostQuestions;

    public bool HasSoundPoints => BasePoints is >= 0 and <= MostBasePoints && NoisePoints is >= 0 and <= ContestRules.MostPoints && CheatingPoints is >= 0 and <= ContestRules.MostPoints;

    public bool AreSound => HasSoundTeams && HasSoundRounds && HasSoundPoints;
}
