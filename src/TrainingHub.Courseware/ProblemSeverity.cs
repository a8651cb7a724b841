namespace TrainingHub.Courseware;

/// <summary>Whether a problem stops publishing.</summary>
public enum ProblemSeverity
{
    /// <summary>Worth a look; the course can be published.</summary>
    Warning,

    /// <summary>The course is refused.</summary>
    Error,
}
