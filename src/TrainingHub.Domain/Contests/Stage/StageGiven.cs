namespace TrainingHub.Contests.Stage;

/// <summary>An answer of a team.</summary>
/// <param name="Text">Letters as displayed.</param>
/// <param name="IsByHost">Whether the host typed what the team said.</param>
public sealed record StageGiven(string Text, bool IsByHost);
