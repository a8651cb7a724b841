namespace TrainingHub.People;

/// <summary>Order of the catalogue; every order ends in its own.</summary>
public enum PositionSort
{
    /// <summary>Shipped posts in the order of the common core, then those of bureaus by name.</summary>
    Catalogue,
    Name,
    Core,
    Keeper,
}
