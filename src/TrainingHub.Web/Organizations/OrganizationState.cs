namespace TrainingHub.Organizations;

/// <summary>Whether an organization exists today.</summary>
public enum OrganizationState
{
    Open,
    /// <summary>Its last day has passed.</summary>
    Closed,
    /// <summary>Its first day is still to come.</summary>
    Coming,
}
