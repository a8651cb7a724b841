namespace TrainingHub.Contests.Open;

/// <summary>By what open contests can be sorted.</summary>
public enum OpenSort
{
    ClosesAt,
    OpensAt,
    Title,
}
