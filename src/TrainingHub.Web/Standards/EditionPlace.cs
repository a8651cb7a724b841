namespace TrainingHub.Standards;

/// <summary>Where an edition belongs.</summary>
/// <param name="OwnerId">The unit that entered it; null for what travels with the application.</param>
/// <param name="Readers">Who may read it.</param>
public sealed record EditionPlace(Guid? OwnerId, EditionReaders Readers)
{
    public static readonly EditionPlace Common = new(null, EditionReaders.Everyone);
}
