namespace TrainingHub.Programmes;

/// <summary>Order of the list of programmes.</summary>
public enum ProgrammeSort
{
    /// <summary>In the order in which they were set.</summary>
    Created,
    Name,
    Setter,
}
