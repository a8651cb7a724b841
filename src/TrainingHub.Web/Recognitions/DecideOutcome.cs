namespace TrainingHub.Recognitions;

public enum DecideOutcome
{
    None,
    Done,

    /// <summary>One is unknown or not for the reader to decide.</summary>
    NotFound,

    /// <summary>Somebody else decided one meanwhile; none was decided.</summary>
    Changed,
}
