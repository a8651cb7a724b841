using Microsoft.AspNetCore.Authorization;

namespace TrainingHub.Account;

/// <summary>Asks for the person's grants only where a capability is required: most requests need no database to be let in.</summary>
internal sealed class CapabilityHandler(IHttpContextAccessor accessor) : AuthorizationHandler<CapabilityRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, CapabilityRequirement requirement)
    {
        if (accessor.HttpContext?.RequestServices.GetRequiredService<CurrentPerson>() is { } current && await current.MayAsync(requirement.Capability))
        {
            context.Succeed(requirement);
        }
    }
}
