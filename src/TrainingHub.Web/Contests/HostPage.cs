namespace TrainingHub.Contests;

/// <summary>The host's console.</summary>
/// <param name="Contest">As stored.</param>
/// <param name="Facts">Null for a draft.</param>
/// <param name="Log">What everybody saw happen, the last first.</param>
/// <param name="Titles">Of all questions, in their order.</param>
public sealed record HostPage(Contest Contest, HallFacts? Facts, IReadOnlyList<HostPage.Line> Log, IReadOnlyList<string> Titles)
{
    /// <param name="Number">Of the entry.</param>
    /// <param name="Kind">What.</param>
    /// <param name="Item">The question that it is about.</param>
    /// <param name="Seat">The seat that it is about.</param>
    /// <param name="At">In the zone.</param>
    /// <param name="By">Null once anonymized.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Amount">See <see cref="ContestEntryKind"/>.</param>
    public sealed record Line(int Number, ContestEntryKind Kind, int? Item, int? Seat, DateTime At, string? By, string? Reason, int? Amount);
}
