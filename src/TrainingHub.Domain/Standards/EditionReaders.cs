namespace TrainingHub.Standards;

/// <summary>Who may read an edition that a unit entered. Stored by number: never renumber.</summary>
public enum EditionReaders
{
    /// <summary>公开: anyone, without sign-in.</summary>
    Everyone = 0,

    /// <summary>本单位人员: people who hold a post in the unit, and whoever may see its people.</summary>
    OwnPeople = 1,
}
