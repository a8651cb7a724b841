namespace TrainingHub.Home;

/// <summary>Who keeps the accounts of a unit.</summary>
public sealed record UnitAdministrators(string Organization, IReadOnlyList<UnitAdministrators.Keeper> Keepers)
{
    /// <param name="Position">In the reader's language.</param>
    public sealed record Keeper(string Name, string Position);
}
