namespace TrainingHub.Quizzes;

/// <summary>How far a regrade is.</summary>
public enum RegradeState
{
    /// <summary>It is being found out whom it would change.</summary>
    Previewing,

    /// <summary>It waits for somebody's word.</summary>
    Previewed,

    /// <summary>The corrected key holds; attempts are being regraded, one person after the other.</summary>
    Applying,

    Applied,

    /// <summary>放弃: never applied.</summary>
    GivenUp,
}
