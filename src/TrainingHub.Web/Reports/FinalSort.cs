namespace TrainingHub.Reports;

/// <summary>By what final sheets are sorted.</summary>
public enum FinalSort
{
    /// <summary>By promise: the order of the list itself.</summary>
    Target,
    Setter,
    CutOffDay,
    State,
}
