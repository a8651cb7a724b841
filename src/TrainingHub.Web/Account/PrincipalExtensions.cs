using System.Security.Claims;

namespace TrainingHub.Account;

internal static class PrincipalExtensions
{
    internal const string PersonClaim = "person";

    extension(ClaimsPrincipal user)
    {
        public Guid PersonId => Guid.TryParse(user.FindFirstValue(PersonClaim), out var id) ? id : Guid.Empty;
    }
}
