namespace TrainingHub.People;

/// <summary>Order of the list of a person's grants; every order ends in unit and capability.</summary>
public enum GrantSort
{
    Organization,
    Capability,
    Granted,
}
