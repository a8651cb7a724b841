namespace TrainingHub.Recognitions;

/// <summary>Order of the list of outside training; every order ends in the newest first.</summary>
public enum RecognitionSort
{
    /// <summary>Undecided ones first.</summary>
    State,
    Person,
    Unit,
    Title,
    Day,
    Recorded,
}
