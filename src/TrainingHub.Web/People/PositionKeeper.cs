namespace TrainingHub.People;

/// <summary>Whose entries of the catalogue are asked for.</summary>
public enum PositionKeeper
{
    All,
    Shipped,
    Bureau,
}
