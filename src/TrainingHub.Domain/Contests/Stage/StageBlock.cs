namespace TrainingHub.Contests.Stage;

/// <summary>环节: the building blocks of a stage contest. Stored by number: never renumber.</summary>
public enum StageBlock
{
    None = 0,

    /// <summary>个人必答: each member in turn, by number.</summary>
    Individual = 1,

    /// <summary>小组必答: each team in turn.</summary>
    Team = 2,

    /// <summary>共答: all teams answer the same question.</summary>
    Shared = 3,

    /// <summary>抢答: who buzzes first after 「开始」 answers.</summary>
    Buzz = 4,

    /// <summary>风险题: each team in turn chooses 10, 20 or 30 points, and in some rounds who answers.</summary>
    Risk = 5,

    /// <summary>观众题: for the audience, without points.</summary>
    Audience = 6,

    /// <summary>加赛: a buzz among teams that are equal; it decides places, not points.</summary>
    SuddenDeath = 7,
}
