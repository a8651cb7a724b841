using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace TrainingHub.Contests;

/// <summary>The token by which a browser holds a seat: in a cookie that no script reads, and in the database as its digest alone.</summary>
internal static class SeatTokens
{
    private const int Bytes = 32;
    private static readonly TimeSpan Life = TimeSpan.FromDays(2);

    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Lowercase hexadecimal SHA-256; null when it is no token.</summary>
    public static string? HashOf(string? token) =>
        token is { Length: 43 } && token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token))) : null;

    extension(HttpContext http)
    {
        /// <summary>Of the token in the cookie; null without one.</summary>
        public string? SeatHash(string code) => HashOf(http.Request.Cookies[NameOf(code)]);

        public void KeepSeat(string code, string token) => http.Response.Cookies.Append(NameOf(code), token, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Life,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = http.Request.PathBase.Add($"/contests/{code}"),
        });
    }

    private static string NameOf(string code) => $"th-seat-{code}";
}
