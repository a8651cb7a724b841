namespace TrainingHub.People.Imports;

/// <summary>What a person said about a row whose human was in doubt.</summary>
/// <param name="Sheet">Sheet of the row.</param>
/// <param name="Number">Its number.</param>
/// <param name="PersonId">The one on the roster who is meant; null when it is somebody else, or when rows of the file were compared.</param>
public sealed record RowDecision(string Sheet, int Number, Guid? PersonId)
{
    /// <summary>Whether it was said of another row of the file and not of somebody on the roster.</summary>
    public bool IsAboutFile { get; init; }

    /// <summary>Whether the row is a second post of the one on the roster, or of whom the other row means.</summary>
    public bool IsSecondPost { get; init; }
}
