using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using TrainingHub.Hosting;

namespace TrainingHub.Verify;

/// <summary>
/// How often one network address may check certificates: thirty times a minute and three hundred times an hour. The address is the key of a
/// counter in memory, which is dropped when it is idle; it is written nowhere.
/// </summary>
internal sealed class VerifyLimit(TimeProvider time) : IRateLimiterPolicy<string>
{
    public const string Policy = "verify";
    private const int PerMinute = 30;
    private const int PerHour = 300;

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = static (context, _) =>
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(10);
        var response = context.HttpContext.Response;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.Get(NetworkAddress.KeyOf(httpContext.Connection.RemoteIpAddress), _ => new RecentChecks(time, [(PerMinute, TimeSpan.FromMinutes(1)), (PerHour, TimeSpan.FromHours(1))]));
}
