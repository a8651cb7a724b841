using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace TrainingHub.Quizzes;

/// <summary>
/// Remembers which anti-forgery tokens were found valid. A paper sends the same one with every answer, and to open its two halves takes longer than to
/// read the answer. Remembered is everything that the check depends on: who asks, the cookie and the token.
/// </summary>
public sealed class KnownTokens(IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options) : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly MemoryCache _valid = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>Only for requests whose token stands in a header.</summary>
    public async ValueTask<bool> AreValidAsync(HttpContext http)
    {
        var key = (
            Account: http.User.FindFirstValue(ClaimTypes.NameIdentifier),
            Cookie: http.Request.Cookies[options.Value.Cookie.Name!],
            Token: http.Request.Headers[options.Value.HeaderName!].ToString());
        // Without its token in the header the check would look for it in a form, and the key would say nothing of it.
        if (key.Token.Length == 0)
        {
            return false;
        }

        if (_valid.TryGetValue(key, out _))
        {
            return true;
        }

        var areValid = await antiforgery.IsRequestValidAsync(http);
        if (areValid)
        {
            _valid.Set(key, areValid, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Life });
        }

        return areValid;
    }

    public void Dispose() => _valid.Dispose();
}
