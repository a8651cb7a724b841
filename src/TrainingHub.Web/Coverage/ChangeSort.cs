namespace TrainingHub.Coverage;

/// <summary>Order of the list of changes; every order ends in the day, latest first.</summary>
public enum ChangeSort
{
    Day,
    Name,
    Unit,
    Kind,
}
