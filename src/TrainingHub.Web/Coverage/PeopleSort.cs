namespace TrainingHub.Coverage;

/// <summary>Order of the list of names; every order ends in unit, post and name.</summary>
public enum PeopleSort
{
    Unit,
    Name,
    Post,

    /// <summary>The day of completion; only of the covered.</summary>
    Day,
}
