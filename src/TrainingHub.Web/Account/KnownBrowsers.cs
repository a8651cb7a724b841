using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace TrainingHub.Account;

/// <summary>
/// Remembers, in a sealed cookie of the browser itself, which accounts signed in there before. A browser that knows an account is not
/// shut out when somebody else behind the same address guesses; the account's own lock-out holds for it as for everybody.
/// </summary>
public sealed class KnownBrowsers(IDataProtectionProvider protection, IHttpContextAccessor accessor)
{
    private const string Cookie = "th-known";

    // A computer in a staff room is used by several; more than these are not its regular users.
    private const int MostAccounts = 8;

    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    private readonly IDataProtector _seal = protection.CreateProtector("TrainingHub.KnownBrowsers");

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("Outside a request there is no browser.");

    public bool Knows(Guid accountId) => Read().Contains(accountId);

    /// <summary>Puts the account in front; the one not used for longest is forgotten.</summary>
    public void Remember(Guid accountId)
    {
        var bytes = Read().Prepend(accountId).Distinct().Take(MostAccounts).SelectMany(id => id.ToByteArray()).ToArray();
        Context.Response.Cookies.Append(Cookie, WebEncoders.Base64UrlEncode(_seal.Protect(bytes)), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Life,
            SameSite = SameSiteMode.Lax,
            Secure = Context.Request.IsHttps,
            Path = Context.Request.PathBase.Add("/account"),
        });
    }

    private List<Guid> Read()
    {
        try
        {
            return Context.Request.Cookies[Cookie] is { Length: > 0 } sealedText
                ? [.. _seal.Unprotect(WebEncoders.Base64UrlDecode(sealedText)).Chunk(16).Where(part => part.Length == 16).Select(part => new Guid(part))]
                : [];
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            // Made up, damaged, or sealed with a key that is gone: a browser like any other.
            return [];
        }
    }
}
