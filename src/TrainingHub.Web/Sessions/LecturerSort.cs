namespace TrainingHub.Sessions;

/// <summary>By what experts can be sorted.</summary>
public enum LecturerSort
{
    Name,
    Unit,
    Held,
}
