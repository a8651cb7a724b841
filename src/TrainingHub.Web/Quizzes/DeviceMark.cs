using System.Security.Cryptography;

namespace TrainingHub.Quizzes;

/// <summary>
/// Tells one browser from another while an attempt goes on, whoever is signed in: a random mark in a cookie that means nothing elsewhere. It
/// outlives a sign-in, so that signing in again in the middle of a paper changes nothing.
/// </summary>
internal static class DeviceMark
{
    public const int Length = 32;
    private const string Cookie = "th-device";

    extension(HttpContext http)
    {
        /// <summary>The mark of this browser; empty when it has none.</summary>
        public string Device => http.Request.Cookies[Cookie] is { Length: Length } mark && mark.All(char.IsAsciiHexDigit) ? mark : "";

        /// <summary>The mark of this browser, made if it has none.</summary>
        public string MarkDevice()
        {
            if (http.Device is { Length: > 0 } known)
            {
                return known;
            }

            var mark = RandomNumberGenerator.GetHexString(Length, lowercase: true);
            http.Response.Cookies.Append(Cookie, mark, new CookieOptions
            {
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                Path = "/quizzes",
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            });
            return mark;
        }
    }
}
