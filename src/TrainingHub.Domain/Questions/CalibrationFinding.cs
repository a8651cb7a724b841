namespace TrainingHub.Questions;

/// <summary>How stated confidence and what was right go together.</summary>
public enum CalibrationFinding
{
    TooFew,
    Fitting,

    /// <summary>Right less often than stated.</summary>
    TooSure,

    /// <summary>Right more often than stated.</summary>
    TooModest,
}
