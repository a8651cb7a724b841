namespace TrainingHub.Completions;

/// <summary>Why records that rested on something are revoked: it was taken back or corrected.</summary>
/// <param name="By">Who took it back.</param>
/// <param name="Reason">In their words.</param>
public sealed record Lapse(Guid By, string Reason);
