namespace TrainingHub.Quizzes;

/// <summary>Where an attempt stands.</summary>
public enum AttemptState
{
    Open,

    /// <summary>Handed in; written answers have still to be marked.</summary>
    Marking,
    Passed,
    NotPassed,
}
