namespace TrainingHub.Account;

/// <summary>Somebody for whom a slip is printed.</summary>
/// <param name="HasAccount">Whether the code will set a new password instead of a first one.</param>
internal sealed record SlipHolder(Guid PersonId, string Name, bool HasAccount);
