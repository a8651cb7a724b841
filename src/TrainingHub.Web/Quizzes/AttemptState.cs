namespace TrainingHub.Quizzes;

/// <summary>Where an attempt stands.</summary>
public enum AttemptState
{
    Open,
    Passed,
    NotPassed,
}
