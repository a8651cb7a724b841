namespace TrainingHub.People.Imports;

/// <summary>Order of the list of imports; every order ends in when they were sent, latest first.</summary>
public enum ImportSort
{
    Uploaded,
    File,
    EffectiveDay,
    Rows,
    State,
}
