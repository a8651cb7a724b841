namespace TrainingHub.Contests;

/// <summary>By what contests can be sorted.</summary>
public enum ContestSort
{
    CreatedAt,
    Title,
    Seats,
    Shape,
}
