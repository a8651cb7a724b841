namespace TrainingHub.Quizzes;

/// <summary>What a regrade does to an attempt.</summary>
public enum RegradeEffect
{
    /// <summary>Other points, but passed or not as before.</summary>
    PointsOnly,

    NowPassed,

    /// <summary>No longer passed. A record and a certificate that rest on it stay until a person decides.</summary>
    NowFailed,

    /// <summary>What is stored is neither what the earlier key gives nor what the corrected one gives: left alone, for a person to look at.</summary>
    Unexplained,
}
