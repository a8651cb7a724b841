using TrainingHub.People;

namespace TrainingHub.Account;

/// <summary>The signed-in person's own facts.</summary>
public sealed record AccountPage(string Name, string? StaffNumber, string? Phone, IReadOnlyList<OwnPost> Posts, PasswordInput Password);

public sealed record OwnPost(string Organization, string Position, string PositionEn, DateOnly From, DateOnly Until, bool IsPrimary, Employment Employment);
