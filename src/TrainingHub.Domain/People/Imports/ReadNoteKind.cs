namespace TrainingHub.People.Imports;

/// <summary>What a sheet says that is not read. Stored by name: never rename.</summary>
public enum ReadNoteKind
{
    /// <summary>Fills, colours of letters or lines through them that tell rows apart.</summary>
    Colours,
    /// <summary>Words for leave without its days.</summary>
    Leaves,
    /// <summary>Phone numbers of which the middle is covered.</summary>
    MaskedPhones,
}
