namespace TrainingHub.Coverage;

/// <summary>Order of the list of exclusions; every order ends in when they were recorded, latest first.</summary>
public enum ExclusionSort
{
    /// <summary>Undecided ones first.</summary>
    State,
    Name,
    Unit,
    Why,
    From,
    Recorded,
}
