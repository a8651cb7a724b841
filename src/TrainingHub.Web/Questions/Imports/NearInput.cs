namespace TrainingHub.Questions.Imports;

public sealed record NearInput
{
    /// <summary>Places in the file, from 1.</summary>
    public int[] Sequences { get; init; } = [];

    /// <summary>Whether all that are nearly the same are meant.</summary>
    public bool All { get; init; }

    /// <summary>Whether they are taken.</summary>
    public bool Taken { get; init; }
}
