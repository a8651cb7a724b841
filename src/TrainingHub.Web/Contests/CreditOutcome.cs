namespace TrainingHub.Contests;

/// <summary>What became of confirming the hours of a contest.</summary>
public enum CreditOutcome
{
    Done,

    /// <summary>It goes on, or gives none.</summary>
    NotNow,

    /// <summary>So late that the unit above does it.</summary>
    Late,

    /// <summary>Everybody who has earned them has them.</summary>
    Nobody,
}
