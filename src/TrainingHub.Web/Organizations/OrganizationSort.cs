namespace TrainingHub.Organizations;

/// <summary>By what the list of organizations can be sorted.</summary>
public enum OrganizationSort
{
    /// <summary>By kind, then by name: the order of the list itself.</summary>
    Kind,
    /// <summary>By the folded name, character by character: names that begin alike stand together.</summary>
    Name,
    Parent,
    Units,
    People,
    /// <summary>By the last day on which it existed.</summary>
    Until,
}
