using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using TrainingHub.Storage;

namespace TrainingHub.Account;

/// <summary>
/// Whether a session was ended by a new password, asked at most once in the validation interval and by one small statement. The framework would read the whole account
/// and its claims and seal a new cookie each time: when thousands who signed in before begin at the same bell, that is most of the work.
/// </summary>
internal sealed class KnownStamps(TimeProvider time, IOptions<SecurityStampValidatorOptions> validator, IOptions<IdentityOptions> identity) : IDisposable
{
    private readonly MemoryCache _asked = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    private readonly Func<Db, Guid, CancellationToken, Task<string?>> _stamp = EF.CompileAsyncQuery((Db db, Guid accountId, CancellationToken cancel) =>
        db.Users.Where(account => account.Id == accountId).Select(account => account.SecurityStamp).SingleOrDefault());

    /// <summary>True while the account bears the stamp that the session was begun with, or did so within the interval.</summary>
    public async ValueTask<bool> IsCurrentAsync(HttpContext http, ClaimsPrincipal user)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var accountId) || user.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType) is not { } stamp)
        {
            return false;
        }

        var (key, now, interval) = ((accountId, stamp), time.GetUtcNow(), validator.Value.ValidationInterval);
        if (_asked.TryGetValue(key, out DateTimeOffset at) && now - at is var age && age >= TimeSpan.Zero && age <= interval)
        {
            return true;
        }

        if (!string.Equals(await _stamp(http.RequestServices.GetRequiredService<Db>(), accountId, http.RequestAborted), stamp, StringComparison.Ordinal))
        {
            return false;
        }

        _asked.Set(key, now, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = interval });
        return true;
    }

    public void Dispose() => _asked.Dispose();
}
