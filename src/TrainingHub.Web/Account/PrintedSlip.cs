namespace TrainingHub.Account;

/// <summary>A slip as it goes to the printer. The only place where the code exists.</summary>
/// <param name="IsReset">Whether the person has an account already: the code sets a new password.</param>
public sealed record PrintedSlip(string Name, string Organization, string Code, DateTime ExpiresAt, bool IsReset);
