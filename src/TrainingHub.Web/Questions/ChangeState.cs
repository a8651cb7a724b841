namespace TrainingHub.Questions;

/// <summary>How far a change of many questions is.</summary>
public enum ChangeState
{
    Running,
    Ended,

    /// <summary>Somebody stopped it, or is stopping it.</summary>
    Stopped,
}
