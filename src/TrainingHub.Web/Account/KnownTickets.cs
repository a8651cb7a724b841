using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Memory;

namespace TrainingHub.Account;

/// <summary>
/// Remembers what sealed session cookies say, for a minute: every request brings the same one, and opening it takes longer than most of what is asked.
/// A cookie always says the same; whether it has run out, and whether its session was ended, is still asked each time.
/// </summary>
internal sealed class KnownTickets(ISecureDataFormat<AuthenticationTicket> seal) : ISecureDataFormat<AuthenticationTicket>, IDisposable
{
    // A key that is withdrawn opens nothing any more after a minute.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private readonly MemoryCache _opened = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public string Protect(AuthenticationTicket data) => seal.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => seal.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, purpose: null);

    /// <summary>A copy: whoever gets it may change it.</summary>
    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null)
        {
            return null;
        }

        var key = (protectedText, purpose);
        if (!_opened.TryGetValue(key, out AuthenticationTicket? ticket) && seal.Unprotect(protectedText, purpose) is { } opened)
        {
            ticket = _opened.Set(key, opened, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Life });
        }

        return ticket?.Clone();
    }

    public void Dispose() => _opened.Dispose();
}
