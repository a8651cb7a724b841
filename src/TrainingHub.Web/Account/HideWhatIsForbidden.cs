using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace TrainingHub.Account;

/// <summary>
/// Whoever lacks a page's capability altogether learns of a list that they may not (403), but of an address with an id, a code or a name in it
/// no more than a stranger would: 404, whether that thing exists or not.
/// </summary>
internal sealed class HideWhatIsForbidden : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _asUsual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden && context.GetEndpoint() is RouteEndpoint { RoutePattern.Parameters.Count: > 0 })
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return _asUsual.HandleAsync(next, context, policy, authorizeResult);
    }
}
