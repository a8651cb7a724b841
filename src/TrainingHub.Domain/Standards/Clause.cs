namespace TrainingHub.Standards;

/// <summary>条款: one addressable clause of an edition.</summary>
/// <param name="Number">As published: <c>第三条（一）第6项</c>; unique within the edition.</param>
/// <param name="Title">A few words of our own; null when there are none.</param>
/// <param name="Text">What the clause says, in our own words.</param>
/// <param name="Sighting">How much of the published text was seen.</param>
public sealed record Clause(string Number, string? Title, string Text, ClauseSighting Sighting)
{
    /// <summary>The number under which it stood in the edition that this one replaces; null when the number is the same or the clause is new.</summary>
    public string? Formerly { get; init; }

    /// <summary>A clause number stands in a question or a lesson only where its text was seen.</summary>
    public bool MayBeCited => Sighting is not ClauseSighting.Unseen;
}
