namespace TrainingHub.Contests.Stage;

/// <summary>What a team is punished for. The log names it by its word.</summary>
public enum StageOffence
{
    /// <summary>喧哗.</summary>
    Noise,

    /// <summary>通讯作弊: the second time disqualifies.</summary>
    Cheating,
}
