using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace TrainingHub.Account;

/// <summary>Puts the person's id, and nothing else of the person, into the cookie.</summary>
internal sealed class PersonClaims(UserManager<UserAccount> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<UserAccount>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(UserAccount user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PrincipalExtensions.PersonClaim, user.PersonId.ToString()));
        return identity;
    }
}
