namespace TrainingHub.Account;

/// <summary>The slips of one printing, and how it goes on.</summary>
/// <param name="Left">How many of those asked for come after them.</param>
/// <param name="Last">The last person printed for, when some are left; null otherwise.</param>
public sealed record IssuedSlips(IReadOnlyList<PrintedSlip> Slips, int Left, Guid? Last);
