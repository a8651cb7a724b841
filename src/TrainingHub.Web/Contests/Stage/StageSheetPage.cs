namespace TrainingHub.Contests.Stage;

/// <summary>What came of a contest on a stage, to print and to file.</summary>
/// <param name="Contest">As stored.</param>
/// <param name="OwnerName">Of the unit that holds it.</param>
/// <param name="Facts">How it stands.</param>
/// <param name="Terms">What was agreed.</param>
/// <param name="Rulings">In the order of the log.</param>
public sealed record StageSheetPage(Contest Contest, string OwnerName, StageFacts Facts, StageTerms Terms, IReadOnlyList<StageSheetPage.Ruling> Rulings)
{
    /// <param name="At">In the zone.</param>
    /// <param name="Kind">What.</param>
    /// <param name="Item">The question; null without.</param>
    /// <param name="Team">The team; null without.</param>
    /// <param name="Text">As the log keeps it.</param>
    /// <param name="Amount">Points.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Ruling(DateTime At, ContestEntryKind Kind, int? Item, int? Team, string? Text, int? Amount, string? Reason);
}
