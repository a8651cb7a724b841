using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace TrainingHub.Sessions;

/// <summary>Seals the secrets of sessions in the database, and the ticket in the browser's cookie.</summary>
public sealed class HallSeal(IDataProtectionProvider protection, IHttpContextAccessor accessor)
{
    private const string Cookie = "th-hall";
    private readonly IDataProtector _secrets = protection.CreateProtector("TrainingHub.Sessions.Secret");
    private readonly IDataProtector _tickets = protection.CreateProtector("TrainingHub.Sessions.Ticket");

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("Outside a request there is no browser.");

    public string NewSecret() => WebEncoders.Base64UrlEncode(_secrets.Protect(RandomNumberGenerator.GetBytes(HallCode.SecretLength)));

    public byte[] SecretOf(TrainingSession session) => _secrets.Unprotect(WebEncoders.Base64UrlDecode(session.Secret));

    public void Give(HallTicket ticket) => Context.Response.Cookies.Append(Cookie, WebEncoders.Base64UrlEncode(_tickets.Protect(ticket.ToBytes())), new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = HallTicket.Life,
        SameSite = SameSiteMode.Lax,
        Secure = Context.Request.IsHttps,
        Path = Context.Request.PathBase.Add("/sessions"),
    });

    /// <summary>The browser's ticket for a session, if it has one that opens now.</summary>
    public HallTicket? TicketFor(Guid sessionId, DateTime now) => Read() is { } ticket && ticket.SessionId == sessionId && ticket.IsGood(now) ? ticket : null;

    /// <summary>Takes the ticket out of the browser.</summary>
    public void Take() => Context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = Context.Request.PathBase.Add("/sessions") });

    private HallTicket? Read()
    {
        try
        {
            return Context.Request.Cookies[Cookie] is { Length: > 0 } text ? HallTicket.Read(_tickets.Unprotect(WebEncoders.Base64UrlDecode(text))) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            // Made up, damaged, or sealed with a key that is gone: no ticket.
            return null;
        }
    }
}
