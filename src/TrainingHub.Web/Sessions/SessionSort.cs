namespace TrainingHub.Sessions;

/// <summary>By what sessions can be sorted.</summary>
public enum SessionSort
{
    Day,
    Title,
    Kind,
    Owner,
    Standing,
}
