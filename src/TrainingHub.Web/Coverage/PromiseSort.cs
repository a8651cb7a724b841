namespace TrainingHub.Coverage;

/// <summary>Order of the list of promises.</summary>
public enum PromiseSort
{
    /// <summary>In the order of their addresses.</summary>
    Series,
    Name,
    Setter,
    Unit,
}
