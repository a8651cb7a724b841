namespace TrainingHub.Reminders;

/// <summary>A unit's list for its head.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Total">How many things are owed, each person's each programme once.</param>
/// <param name="Shown">How many of them stand in the text.</param>
/// <param name="Text">To copy or print.</param>
/// <param name="Day">As of.</param>
public sealed record MissingListPage(RemindedUnit Unit, int Total, int Shown, string Text, DateOnly Day);
