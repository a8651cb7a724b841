using Microsoft.AspNetCore.Identity;

namespace TrainingHub.Account;

/// <summary>账号: a way for one person on the roster to sign in. Kept apart from the person; the user name is the person's id.</summary>
public sealed class UserAccount : IdentityUser<Guid>
{
    public required Guid PersonId { get; init; }
    public required DateTime ActivatedAt { get; init; }
}
