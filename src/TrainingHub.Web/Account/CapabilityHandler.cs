using Microsoft.AspNetCore.Authorization;

namespace TrainingHub.Account;

internal sealed class CapabilityHandler(CurrentPerson current) : AuthorizationHandler<CapabilityRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, CapabilityRequirement requirement)
    {
        if (await current.MayAsync(requirement.Capability))
        {
            context.Succeed(requirement);
        }
    }
}
